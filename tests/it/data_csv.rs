//! Reading CSV files: what each dialect, kind and encoding gives.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use mlops_dojo::data::csv::{Dialect, Encoding, Options, Parsed, Progress, read, read_with};
use mlops_dojo::data::{Kind, Table};

/// The header, then the rows, fields joined by `|`, missing ones empty.
fn shown(table: &Table) -> Vec<String> {
    let kind = |kind| match kind {
        Kind::Integer => "i",
        Kind::Float => "f",
        Kind::Boolean => "b",
        Kind::Date => "d",
        Kind::Text => "t",
    };
    let fields = table.schema().fields;
    let names = fields.iter().map(|field| format!("{}:{}", field.name, kind(field.kind)));
    let mut lines = vec![names.collect::<Vec<_>>().join("|")];
    for row in 0..table.rows() {
        let cells = (0..fields.len()).map(|column| table.cell(row, column).to_string());
        lines.push(cells.collect::<Vec<_>>().join("|"));
    }
    lines
}

#[track_caller]
fn parsed(bytes: impl AsRef<[u8]>) -> Parsed {
    read(bytes.as_ref(), &mut |_| {}).unwrap()
}

#[track_caller]
fn check(bytes: impl AsRef<[u8]>, expected: &[&str]) {
    assert_eq!(shown(&parsed(bytes).table), expected);
}

#[test]
fn delimiters() {
    let expected = ["a:i|b:t", "1|x", "2|y"];
    for delimiter in [",", ";", "\t", "|"] {
        let text = ["a,b", "1,x", "2,y", ""].join("\n").replace(',', delimiter);
        check(&text, &expected);
        let found = parsed(&text).dialect;
        assert_eq!(found.delimiter.to_string(), delimiter);
        assert!(found.header);
    }
    check("a;b\n1,5;x, y\n2,5;z\n", &["a:t|b:t", "1,5|x, y", "2,5|z"]);
    check("1,5;2,5\n3,5;4,5\n", &["1,5:t|2,5:t", "3,5|4,5"]);
    check("a\tb\n1, 2\t3\n", &["a:t|b:i", "1, 2|3"]);
    check("a,b\n\"x;y\",1\n\"z;w\",2\n", &["a:t|b:i", "x;y|1", "z;w|2"]);
    check("alone\n1\n2\n", &["alone:i", "1", "2"]);
}

#[test]
fn headers() {
    check("1,2\n3,4\n", &["column_1:i|column_2:i", "1|2", "3|4"]);
    check(
        "5.1,3.5,setosa\n4.9,3.0,setosa\n",
        &["column_1:f|column_2:f|column_3:t", "5.1|3.5|setosa", "4.9|3.0|setosa"],
    );
    check("id,2019,2020\n1,0.5,0.25\n", &["id:i|2019:f|2020:f", "1|0.5|0.25"]);
    check("name,city\nTaro,Tokyo\n", &["name:t|city:t", "Taro|Tokyo"]);
    check(",x\n0,a\n1,b\n", &["column_1:i|x:t", "0|a", "1|b"]);
    check(" a , b\n1,2\n", &["a:i|b:i", "1|2"]);
    check("x,x,,x.1,x\n1,2,3,4,5\n", &["x:i|x.2:i|column_3:i|x.1:i|x.3:i", "1|2|3|4|5"]);
    check(",column_1\n1,2\n", &["column_1:i|column_1.1:i", "1|2"]);
    check("1,2\n", &["column_1:i|column_2:i", "1|2"]);
    check("2012-01-01,5\n2012-01-02,6\n", &["column_1:d|column_2:i", "2012-01-01|5", "2012-01-02|6"]);
}

#[test]
fn lines_and_quotes() {
    check("a,b\r\n1,x\r\n2,y\r\n", &["a:i|b:t", "1|x", "2|y"]);
    check("a,b\r1,x\r2,y", &["a:i|b:t", "1|x", "2|y"]);
    check("\n\na,b\n\n1,x\n\n\n2,y\n\n", &["a:i|b:t", "1|x", "2|y"]);
    check("a,b\n1,\"x\ny\"\n2,\"p\r\nq\"\n", &["a:i|b:t", "1|x\ny", "2|p\r\nq"]);
    check("a,b\n1,\"say \"\"hi\"\", you\"\n", &["a:i|b:t", "1|say \"hi\", you"]);
    check("a,b\n1,5\" pipe\n", &["a:i|b:t", "1|5\" pipe"]);
    check("a,b\n\"1\",\"\"\n\"2\",x\n", &["a:i|b:t", "1|", "2|x"]);
    check("\"a\"\n\"\"\n\"3\"\n", &["a:i", "", "3"]);
}

#[test]
fn kinds() {
    check("a,b\n1,x\nNA,\n3,None\n", &["a:i|b:t", "1|x", "|", "3|"]);
    check("a,b\n1,-0.0\n2.5,1e300\ninf,1e-7\n", &["a:f|b:f", "1.0|-0.0", "2.5|1e300", "inf|1e-7"]);
    check("a,b\ntrue,yes\n,no\nFALSE,yes\n", &["a:b|b:t", "true|yes", "|no", "false|yes"]);
    check("a,b\n2012-02-29,2011-02-29\n,2012-01-01\n", &["a:d|b:t", "2012-02-29|2011-02-29", "|2012-01-01"]);
    check(
        "a,b\n0001-01-01,2024/01/05\n9999-12-31,5\n",
        &["a:d|b:t", "0001-01-01|2024/01/05", "9999-12-31|5"],
    );
    check("a,b\n,1\nnan,2\n", &["a:f|b:i", "|1", "|2"]);
    check("a,b\n1,x\ntrue,y\n", &["a:t|b:t", "1|x", "true|y"]);
    check("a,b\n9223372036854775808,x\n1,y\n", &["a:t|b:t", "9223372036854775808|x", "1|y"]);
    check(
        "a,b\n9223372036854775808,x\n0.5,y\n",
        &["a:f|b:t", "9.223372036854775808e18|x", "0.5|y"]
            .map(|line| if line.starts_with("9.2") { "9.223372036854776e18|x" } else { line }),
    );
    check("a\n007\n+5\n", &["a:i", "7", "5"]);
}

/// One field at a time, as the real pandas reads it.
#[test]
fn fields_as_pandas_reads_them() {
    let recorded: Vec<serde_json::Value> =
        serde_json::from_str(include_str!("recorded/fields.json")).unwrap();
    assert!(recorded.len() > 80);
    for case in recorded {
        let field = case["field"].as_str().unwrap();
        let text = format!(
            "a,b\n{},z\n",
            if field.contains(',') { format!("\"{field}\"") } else { field.to_owned() }
        );
        let table =
            read_with(text.as_bytes(), Options { delimiter: Some(','), header: Some(true) }, &mut |_| {})
                .unwrap()
                .table;
        let kind = table.schema().fields[0].kind;
        let cell = table.cell(0, 0);
        let (kind, value) = match cell {
            mlops_dojo::data::Cell::Missing => ("missing", None),
            mlops_dojo::data::Cell::Float(value) => {
                let bits = value.to_le_bytes().iter().map(|byte| format!("{byte:02x}")).collect();
                ("float", Some(bits))
            }
            mlops_dojo::data::Cell::Boolean(value) => {
                ("boolean", Some(if value { "True" } else { "False" }.to_owned()))
            }
            other => (if kind == Kind::Integer { "integer" } else { "text" }, Some(other.to_string())),
        };
        assert_eq!(kind, case["kind"], "{field:?}");
        assert_eq!(value.as_deref(), case.get("value").and_then(|value| value.as_str()), "{field:?}");
    }
}

#[test]
fn floats_are_the_nearest() {
    for text in [
        "179769313486231580793e289",
        "9007199254740993.0",
        "0.1000000000000000055511151231257827",
        "2.2250738585072011e-308",
        "6631236846766476e-316",
    ] {
        let expected: f64 = text.parse().unwrap();
        let table = parsed(format!("a,b\n{text},z\n")).table;
        assert_eq!(table.cell(0, 0), mlops_dojo::data::Cell::Float(expected));
    }
}

fn utf16(text: &str, bytes: fn(u16) -> [u8; 2]) -> Vec<u8> {
    "\u{FEFF}".encode_utf16().chain(text.encode_utf16()).flat_map(bytes).collect()
}

#[test]
fn encodings() {
    let text = "名前,年齢\n太郎 😀,5\n";
    let expected = ["名前:t|年齢:i", "太郎 😀|5"];
    let files = [
        (text.as_bytes().to_vec(), Encoding::Utf8),
        (["\u{FEFF}".as_bytes(), text.as_bytes()].concat(), Encoding::Utf8Bom),
        (utf16(text, u16::to_le_bytes), Encoding::Utf16Le),
        (utf16(text, u16::to_be_bytes), Encoding::Utf16Be),
    ];
    for (bytes, encoding) in files {
        check(&bytes, &expected);
        assert_eq!(parsed(&bytes).dialect, Dialect { encoding, delimiter: ',', header: true });
    }
}

#[test]
fn shift_jis() {
    // 性別,カタカナ,値\r\n男,ﾔﾏﾀﾞ,1\r\n女,ソ連①髙,2\r\n
    let bytes = b"\x90\xAB\x95\xCA,\x83J\x83^\x83J\x83i,\x92l\r\n\x92j,\xD4\xCF\xC0\xDE,1\r\n\x8F\x97,\x83\x5C\x98A\x87\x40\xFB\xFC,2\r\n";
    check(bytes, &["性別:t|カタカナ:t|値:i", "男|ﾔﾏﾀﾞ|1", "女|ソ連①髙|2"]);
    assert_eq!(parsed(bytes).dialect.encoding, Encoding::ShiftJis);
}

/// Every two-byte character, against CPython's cp932.
#[test]
fn all_of_shift_jis() {
    use std::collections::BTreeMap;
    let recorded: serde_json::Value = serde_json::from_str(include_str!("recorded/shift_jis.json")).unwrap();
    let (mut hashed, mut count) = (Vec::new(), 0);
    let mut seen = BTreeMap::new();
    for lead in (0x81..=0x9F).chain(0xE0..=0xFC_u8) {
        for trail in 0x40..=0xFC_u8 {
            // Enough common kanji that the file is taken for Japanese whatever the character is.
            let bytes = [b"\x88\xC0\x88\xC0\n".as_slice(), &[lead, trail], b"\x88\xC0\n"].concat();
            let Ok(parsed) = read(&bytes, &mut |_| {}) else { continue };
            let text = parsed.table.cell(0, 0).to_string();
            let character = text.strip_suffix('安').unwrap();
            assert_eq!(character.chars().count(), 1, "{lead:x} {trail:x}: {text}");
            hashed.extend([lead, trail]);
            hashed.extend(character.as_bytes());
            count += 1;
            *seen.entry(lead).or_insert(0) += 1;
        }
    }
    assert_eq!(count, recorded["characters"].as_u64().unwrap(), "{seen:?}");
    assert_eq!(mlops_dojo::base::hash::sha256_hex(&hashed), recorded["sha256"]);
}

#[test]
fn options_overrule() {
    let options = Options { delimiter: Some(';'), header: Some(false) };
    let parsed = read_with(b"a,b;1\nc,d;2\n", options, &mut |_| {}).unwrap();
    assert_eq!(shown(&parsed.table), ["column_1:t|column_2:i", "a,b|1", "c,d|2"]);
}

#[test]
fn progress_rises_to_the_end() {
    let text = format!("a,b\n{}", "1.5,some text\n".repeat(200_000));
    let mut seen: Vec<Progress> = Vec::new();
    read(text.as_bytes(), &mut |progress| seen.push(progress)).unwrap();
    assert!(seen.len() >= 4);
    assert!(seen.windows(2).all(|pair| pair[0].done_bytes <= pair[1].done_bytes));
    assert_eq!(seen.last().unwrap().done_bytes, text.len() as u64);
    assert!(seen.iter().all(|progress| progress.total_bytes == text.len() as u64));
}
