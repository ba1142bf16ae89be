//! Makes PDFs, as plainly as the format allows.

use std::fmt::Write;

/// A PDF of these objects, the first of which is number 1 and the catalogue.
pub fn pdf(objects: &[String], info: Option<usize>) -> Vec<u8> {
    let mut file = String::from("%PDF-1.4\n");
    let mut places = Vec::new();
    for (object, at) in objects.iter().zip(1..) {
        places.push(file.len());
        write!(file, "{at} 0 obj\n{object}\nendobj\n").expect("in memory");
    }
    let start = file.len();
    write!(file, "xref\n0 {}\n0000000000 65535 f \n", places.len() + 1).expect("in memory");
    for place in &places {
        writeln!(file, "{place:010} 00000 n ").expect("in memory");
    }
    let info = info.map_or_else(String::new, |info| format!("/Info {info} 0 R"));
    write!(
        file,
        "trailer\n<< /Size {} /Root 1 0 R {info} >>\nstartxref\n{start}\n%%EOF\n",
        places.len() + 1
    )
    .expect("in memory");
    file.into_bytes()
}

/// A stream object.
pub fn stream(dict: &str, content: &str) -> String {
    format!("<< {dict} /Length {} >>\nstream\n{content}\nendstream", content.len())
}

/// A font of an encoding that the format has ready, or of glyphs by number, without a file.
pub fn font(encoding: &str, ordering: &str) -> String {
    format!(
        "<< /Type /Font /Subtype /Type0 /BaseFont /Song /Encoding /{encoding} /DescendantFonts [
        << /Type /Font /Subtype /CIDFontType0 /BaseFont /Song /CIDSystemInfo
        << /Registry (Adobe) /Ordering ({ordering}) /Supplement 4 >> /DW 1000 >> ] >>"
    )
}

/// A page with this font as `/F`, this content, and these objects besides, numbered from 6.
pub fn page(font: &str, content: &str, more: &[String], info: Option<usize>) -> Vec<u8> {
    let mut objects = vec![
        "<< /Type /Catalog /Pages 2 0 R >>".to_string(),
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>".to_string(),
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 5 0 R
        /Resources << /Font << /F 4 0 R >> /XObject << /X 6 0 R /Y 7 0 R >> >> >>"
            .to_string(),
        font.to_string(),
        stream("", content),
    ];
    objects.extend_from_slice(more);
    pdf(&objects, info)
}

/// Shows lines at these places, each in UTF-16, in type of 10 points.
pub fn lines(lines: &[(f64, f64, &str)]) -> String {
    let mut content = String::from("BT /F 10 Tf\n");
    for (x, y, text) in lines {
        let code: String = text.encode_utf16().map(|unit| format!("{unit:04x}")).collect();
        writeln!(content, "1 0 0 1 {x} {y} Tm <{code}> Tj").expect("in memory");
    }
    content + "ET"
}

/// The bytes as the format writes them.
pub fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::new(), |hex, byte| format!("{hex}{byte:02x}"))
}
