//! `jianyue import` as a person or a script meets it. The texts are made up.

use std::fs;
use std::io::{Cursor, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

fn jianyue(arguments: &[&str]) -> Output {
    let program = env!("CARGO_BIN_EXE_jianyue");
    Command::new(program).args(arguments).output().expect("the program starts")
}

/// A folder of its own, with files in it, and where its texts are to go.
fn folder(name: &str, files: &[(&str, &[u8])]) -> (PathBuf, PathBuf) {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = fs::remove_dir_all(&folder);
    let (from, to) = (folder.join("from"), folder.join("to"));
    for (file, bytes) in files {
        let path = from.join(file);
        fs::create_dir_all(path.parent().expect("a parent")).expect("made");
        fs::write(path, bytes).expect("written");
    }
    (from, to)
}

/// Imports with exit status `status`; answers what is said, of what was taken and of what was not.
#[track_caller]
fn import(from: &[&Path], to: &Path, options: &[&str], status: i32) -> (String, String) {
    let mut arguments = vec!["import"];
    let from: Vec<_> = from.iter().map(|path| path.to_string_lossy()).collect();
    let to = to.to_string_lossy();
    arguments.extend(from.iter().map(|path| &**path));
    arguments.extend(["--out", &to]);
    arguments.extend(options);
    let output = jianyue(&arguments);
    let said = |bytes| String::from_utf8(bytes).expect("UTF-8");
    let (out, error) = (said(output.stdout), said(output.stderr));
    assert_eq!(output.status.code(), Some(status), "{out}{error}");
    (out, error)
}

/// The files of a folder, as paths below it.
fn files(folder: &Path) -> Vec<String> {
    let (files, _) = jianyue::folder::files(folder);
    let below =
        |file: &PathBuf| file.strip_prefix(folder).expect("below").to_string_lossy().into_owned();
    files.iter().map(below).collect()
}

fn text(folder: &Path, file: &str) -> String {
    fs::read_to_string(folder.join(file)).expect("UTF-8")
}

const SEED: &str = "seeds/001_3e264aaf608f2d8d.txt";

#[test]
fn a_folder_of_all_kinds_becomes_texts() {
    let seed = fs::read_to_string(SEED).expect("a seed");
    let (gbk, _, _) = encoding_rs::GBK.encode(&seed);
    let (from, to) = folder(
        "import_all",
        &[
            ("报/一版.txt", &gbk),
            ("诗.txt", "床前明月光，\r\n疑是地上霜。\r\n".as_bytes()),
            ("页.html", "<html><title>园区</title><meta name=author content=夏元><meta name=date content=2021-03-05><p>甲</p><h2>二</h2><p>乙".as_bytes()),
            ("笔记.md", "---\ntitle: 记\n---\n正文。\n".as_bytes()),
            ("表.csv", "title,text\n一,甲。\n二,乙。\n".as_bytes()),
            ("图.png", b"\x89PNG\r\n\x1a\n\0\0\0\0\0"),
            ("空.txt", b""),
            ("userdict.txt", "重庆 3".as_bytes()),
            (".hidden", b"x"),
        ],
    );
    let (out, error) = import(&[&from], &to, &[], 1);
    assert!(out.contains("7 texts, 1 of them to be restored; 2 files refused"), "{out}");
    assert!(
        error.contains("图.png: it is none of .txt") && error.contains("空.txt: there is no text"),
        "{error}"
    );
    assert_eq!(error.lines().count(), 2);
    assert_eq!(
        files(&to),
        [
            "userdict (2).txt",
            "报/一版.txt",
            "笔记.md",
            "表/00001.md",
            "表/00002.md",
            "诗.txt",
            "页.md"
        ]
    );
    assert_eq!(text(&to, "报/一版.txt"), seed);
    assert_eq!(text(&to, "诗.txt"), "床前明月光，\n疑是地上霜。\n");
    assert_eq!(text(&to, "页.md"), "# 园区\n\n作者：夏元\n\n2021年3月5日\n\n甲\n\n## 二\n\n乙\n");
    assert_eq!(text(&to, "笔记.md"), "# 记\n\n正文。\n");
    assert_eq!(text(&to, "表/00002.md"), "# 二\n\n乙。\n");
    // It is a folder of texts as any other.
    let found = jianyue(&["search", &to.to_string_lossy(), "乙。", "--json"]);
    let found: serde_json::Value = serde_json::from_slice(&found.stdout).expect("JSON");
    assert_eq!(found["documents"].as_array().map(Vec::len), Some(1), "{found}");
    let restored = jianyue(&["restore", &to.join("页.md").to_string_lossy(), "--json"]);
    let restored: serde_json::Value = serde_json::from_slice(&restored.stdout).expect("JSON");
    assert_eq!(restored["title"], "园区");
    assert_eq!(restored["date"]["value"], "2021-03-05", "{restored}");
}

#[test]
fn what_is_there_is_not_overwritten() {
    let (from, to) =
        folder("import_again", &[("甲.txt", "甲".as_bytes()), ("乙.txt", "乙".as_bytes())]);
    import(&[&from], &to, &[], 0);
    // The same again is no other text.
    import(&[&from], &to, &[], 0);
    assert_eq!(files(&to).len(), 2);
    fs::write(to.join("甲.txt"), "丙").expect("written");
    let (_, error) = import(&[&from], &to, &[], 1);
    assert!(error.contains("甲.txt is there already"), "{error}");
    assert_eq!(text(&to, "甲.txt"), "丙");
}

#[test]
fn names_are_made_safe_and_unique() {
    let mut writer = zip::ZipWriter::new(Cursor::new(Vec::new()));
    let long = "长".repeat(84);
    for name in ["ab:c?.txt", "CON.txt", "A.txt", "a.txt", "a.md", &long, "x/../../y.txt"] {
        writer.start_file(name, zip::write::SimpleFileOptions::default()).expect("a member");
        writer.write_all(name.as_bytes()).expect("written");
    }
    let bytes = writer.finish().expect("an end").into_inner();
    let (from, to) = folder("import_names", &[("包.zip", &bytes)]);
    let (_, error) = import(&[&from.join("包.zip")], &to, &[], 1);
    assert!(error.contains("包.zip/x/../../y.txt: its name leads out"), "{error}");
    let long = format!("包/{}.txt", "长".repeat(60));
    let mut expected =
        ["包/A.txt", "包/_CON.txt", "包/a (2).txt", "包/a (3).md", "包/ab_c_.txt", &long];
    expected.sort_unstable();
    assert_eq!(files(&to), expected);
}

#[test]
fn the_encoding_and_the_column_can_be_said() {
    let (big5, _, _) = encoding_rs::BIG5.encode("中文");
    let (from, to) = folder("import_said", &[("甲.txt", &big5), ("乙.csv", b"x,text\n1,2\n")]);
    import(&[&from], &to, &["--encoding", "big5", "--column", "x"], 0);
    assert_eq!(text(&to, "甲.txt"), "中文");
    assert_eq!(text(&to, "乙/00001.md"), "1\n");
    let (_, error) = import(&[&from], &to, &["--encoding", "utf-9"], 2);
    assert!(error.contains("there is none of this name"), "{error}");
}

#[test]
fn where_nothing_can_be_taken_the_status_says_so() {
    let (from, to) = folder("import_nothing", &[("甲.txt", b"")]);
    let (_, error) = import(&[&from, &from.join("无.txt")], &to, &[], 2);
    assert!(error.contains("无.txt: ") && error.contains("check the path"), "{error}");
    assert_eq!(files(&to), [""; 0]);
}

#[test]
fn texts_in_the_folder_that_is_written_are_not_imported_again() {
    let (from, _) = folder("import_inside", &[("甲.txt", "甲".as_bytes())]);
    let to = from.join("texts");
    import(&[&from], &to, &[], 0);
    import(&[&from], &to, &[], 0);
    assert_eq!(files(&to), ["甲.txt"]);
}
