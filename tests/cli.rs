//! The command line as a person or a script meets it.

use std::fs;
use std::path::PathBuf;
use std::process::{Command, Output};

use serde_json::Value;

fn jianyue(arguments: &[&str]) -> Output {
    let program = env!("CARGO_BIN_EXE_jianyue");
    Command::new(program).args(arguments).output().expect("the program starts")
}

#[track_caller]
fn json(arguments: &[&str]) -> Value {
    let output = jianyue(arguments);
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    serde_json::from_slice(&output.stdout).expect("JSON")
}

/// A folder of its own, with files in it.
fn folder(name: &str, files: &[(&str, &[u8])]) -> PathBuf {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = fs::remove_dir_all(&folder);
    for (file, bytes) in files {
        let path = folder.join(file);
        fs::create_dir_all(path.parent().expect("a parent")).expect("made");
        fs::write(path, bytes).expect("written");
    }
    fs::create_dir_all(&folder).expect("made");
    folder
}

const SEED: &str = "seeds/001_3e264aaf608f2d8d.txt";

#[test]
fn restore_prints_the_page_as_json() {
    let page = json(&["restore", SEED, "--json"]);
    assert_eq!(page["file"], "001_3e264aaf608f2d8d.txt");
    assert!(page["title"].is_string());
    assert!(page["articles"][0]["blocks"].is_array());
    let blocks = page["blocks"].as_array().expect("blocks");
    assert_eq!(blocks.len(), page["reading_order"].as_array().expect("an order").len());
    assert_eq!(blocks[0]["role"], "body");
    assert_eq!(blocks[0]["lines"][0], 2);
    let doubled = page["removed"].as_array().expect("removed");
    assert!(
        doubled
            .iter()
            .any(|r| r["reason"] == "doubled" && r["chars"] == "陈锡明" && r["line"] == 235)
    );
}

#[test]
fn words_prints_what_the_dictionary_lacks() {
    let words = json(&["words", "seeds", "--limit", "40", "--json"]);
    let words = words.as_array().expect("words");
    assert_eq!(words.len(), 40);
    let word = words.iter().find(|word| word["text"] == "信创").expect("it is proposed");
    let found = json(&["search", "seeds", "信创", "--literal", "--json"]);
    assert_eq!((&word["count"], &word["articles"]), (&found["total"], &found["articles"]));
    assert_eq!(word["examples"][0]["text"], "信创");
    let lines = jianyue(&["words", "seeds", "--limit", "2"]).stdout;
    assert_eq!(String::from_utf8_lossy(&lines).lines().count(), 2);
}

#[test]
fn search_prints_the_hits_as_json() {
    let found = json(&["search", "seeds", "光谷·智创园", "--json"]);
    assert_eq!(found["total"], 2);
    let document = &found["documents"][0];
    assert_eq!(document["id"], "001_3e264aaf608f2d8d");
    assert_eq!(document["count"], 2);
    assert_eq!(document["hits"][0]["text"], "光谷·智创园");
    // In reading order: the news story comes before the interview.
    assert_eq!(document["hits"][0]["lines"], serde_json::json!([149, 150]));
    assert_eq!(document["hits"][1]["lines"], serde_json::json!([31, 32]));
    assert!(document["hits"][0]["before"].as_str().expect("text").ends_with('“'));
    assert_eq!(found["documents"].as_array().expect("documents").len(), 1);
    assert_eq!(
        json(&["search", "seeds", "庆重新高", "--json"])["documents"],
        serde_json::json!([])
    );
    assert_eq!(json(&["search", "seeds", "--literal", "-5年", "--json"])["total"], 1);
}

#[test]
fn every_character_of_a_restored_page_knows_its_way_back() {
    let page = json(&["restore", SEED, "--json"]);
    let block = &page["blocks"][0];
    assert_eq!(block["at"], "2:1");
    assert!(block["sure"].as_u64().is_some_and(|sure| sure <= 100));
    assert_eq!(block["origin"][0]["at"], 0);
    assert_eq!(block["origin"][1]["line"], 3);
    assert_eq!(block["origin"][1]["column"], 1);
    assert_eq!(page["misfits"], serde_json::json!([]));
}

#[test]
fn the_patch_beside_a_text_is_applied_and_what_does_not_fit_is_said() {
    let folder = folder(
        "patched",
        &[
            ("甲.txt", "重庆高新区\n\n庆祝活动\n".as_bytes()),
            ("甲.patch", "# 说明\njoin 3:1 庆祝\nsplit 9:1 无\n删去第三段\n".as_bytes()),
            ("乙.txt", "重庆".as_bytes()),
            ("乙.patch", b"\xd6\xd8"),
        ],
    );
    let file = folder.join("甲.txt");
    let output = jianyue(&["restore", &file.to_string_lossy(), "--json"]);
    assert!(output.status.success());
    let page: Value = serde_json::from_slice(&output.stdout).expect("JSON");
    assert_eq!(page["blocks"][0]["text"], "重庆高新区庆祝活动");
    assert_eq!(page["misfits"][0]["line"], 3);
    assert_eq!(page["misfits"][0]["cause"], "no such place");
    assert_eq!(page["misfits"][1]["text"], "删去第三段");
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(said.contains("warning") && said.contains("甲.patch: line 3"), "{said}");
    assert!(said.contains("line 4 is left out (not understood): 删去第三段"), "{said}");
    let bad = jianyue(&["restore", &folder.join("乙.txt").to_string_lossy()]);
    assert!(String::from_utf8_lossy(&bad.stderr).contains("乙.patch: line 1 is not UTF-8"));
    fs::remove_file(folder.join("乙.patch")).expect("removed");
    let folder = folder.to_string_lossy();
    assert_eq!(json(&["search", &folder, "高新区庆祝", "--json"])["total"], 1);
}

#[test]
fn the_user_dictionary_of_a_folder_says_what_its_words_are() {
    let folder = folder(
        "said",
        &[
            ("甲.txt", "重庆软件园开工\n".as_bytes()),
            ("userdict.txt", "重庆软件园 nt\n".as_bytes()),
            ("下/userdict.txt", "一篇文章\n".as_bytes()),
        ],
    );
    let path = folder.to_string_lossy();
    assert_eq!(json(&["search", &path, "word:重庆软件园", "--json"])["total"], 1);
    assert_eq!(json(&["search", &path, "pos:nt 重庆", "--json"])["total"], 0);
    // Elsewhere it is a text like any other; here it is none.
    assert_eq!(json(&["search", &path, "软件园", "--json"])["total"], 1);
    assert_eq!(json(&["search", &path, "文章", "--json"])["total"], 1);
    let file = folder.join("甲.txt");
    let words = json(&["segment", &file.to_string_lossy(), "--json"]);
    assert_eq!(words["blocks"][0]["words"][0]["text"], "重庆软件园");
    assert_eq!(words["blocks"][0]["words"][0]["pos"], "nt");
    let pack = folder.join("library.pack");
    assert!(jianyue(&["pack", &path, &pack.to_string_lossy()]).status.success());
    fs::write(folder.join("userdict.txt"), "好词 3 n\n甲 乙 丙 丁\n").expect("written");
    let bad = jianyue(&["search", &path, "重庆"]);
    assert_eq!(bad.status.code(), Some(2));
    let said = String::from_utf8_lossy(&bad.stderr);
    assert!(said.contains("userdict.txt: line 2 is not understood: 甲 乙 丙 丁"), "{said}");
}

#[test]
fn segment_prints_words_with_their_parts_of_speech() {
    let words = json(&["segment", SEED, "--json"]);
    let first = &words["blocks"][0]["words"];
    assert_eq!(first[1]["text"], "中国");
    assert_eq!(first[1]["pos"], "ns");
}

#[test]
fn without_json_people_can_read_it() {
    let text = |arguments: &[&str]| String::from_utf8(jianyue(arguments).stdout).expect("UTF-8");
    assert!(
        text(&["restore", SEED])
            .contains("　　此次中国电子信息产业集团有限公司与市政府签订战略合作协议")
    );
    let account = text(&["restore", SEED]);
    let account = account.lines().last().unwrap_or_default();
    assert!(account.starts_with("—— 合并 ") && account.contains(" 行，去重 "), "{account}");
    assert!(account.contains(" 处，移除空格 "), "{account}");
    assert!(text(&["search", "seeds", "智创园"]).contains("【智创园】"));
    assert!(text(&["segment", SEED]).contains("中国/ns"));
}

#[test]
fn sub_folders_and_markdown_are_read_and_other_files_are_not() {
    let folder = folder(
        "sub_folders",
        &[
            ("甲.txt", "重庆".as_bytes()),
            ("下/乙.md", "重庆重庆".as_bytes()),
            ("丙.png", b"\xff\xff"),
        ],
    );
    let found = json(&["search", &folder.to_string_lossy(), "重庆", "--json"]);
    assert_eq!(found["total"], 3);
    assert!(
        found["documents"].as_array().expect("documents").iter().any(|doc| doc["id"] == "下/乙")
    );
}

#[test]
fn what_cannot_be_read_is_said_with_its_name_and_a_way_out() {
    #[track_caller]
    fn check(arguments: &[&str], says: &[&str]) {
        let output = jianyue(arguments);
        let said = String::from_utf8_lossy(&output.stderr);
        assert_eq!(output.status.code(), Some(2), "{said}");
        assert!(says.iter().all(|part| said.contains(part)), "{said}");
        assert!(output.stdout.is_empty() && !said.contains("panicked"), "{said}");
    }
    check(&["restore", "no/such.txt", "--json"], &["no/such.txt", "check the path"]);
    let empty = folder("empty", &[]);
    check(&["search", &empty.to_string_lossy(), "x"], &["empty", "no .txt or .md file"]);
    check(&["search", "no/such", "x"], &["no/such", "check the path"]);
    let bad = folder("bad", &[("gb.txt", b"ok\n\xd6\xd8\xc7\xec\n")]);
    let file = bad.join("gb.txt");
    for command in [["restore", &*file.to_string_lossy()], ["segment", &*file.to_string_lossy()]] {
        check(&command, &["gb.txt", "line 2 is not UTF-8", "iconv"]);
    }
    check(&["search", &bad.to_string_lossy(), "x"], &["gb.txt", "line 2 is not UTF-8"]);
    check(&["restore"], &["FILE"]);
}
