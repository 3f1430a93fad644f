#![allow(clippy::unwrap_used)]

use super::{Part, owner, read};

#[test]
fn tells_the_crate_from_the_name() {
    let cases = [
        ("_ZN3yew9scheduler5start17h0123456789abcdefE", "yew"),
        ("_ZN4core3fmt9Formatter3pad17h0123456789abcdefE", "std"),
        (
            "_ZN6engine7scoring5score17h0123456789abcdefE",
            "engine (ours)",
        ),
        // <yew::html::Html as core::clone::Clone>::clone
        (
            "_ZN54_$LT$yew..html..Html$u20$as$u20$core..clone..Clone$GT$5clone17h0123456789abcdefE",
            "yew",
        ),
        // <alloc::string::String as serde::Serialize>::serialize
        (
            "_ZN58_$LT$alloc..string..String$u20$as$u20$serde..Serialize$GT$9serialize17h0123456789abcdefE",
            "serde",
        ),
        // <&T as core::fmt::Debug>::fmt
        (
            "_ZN42_$LT$$RF$T$u20$as$u20$core..fmt..Debug$GT$3fmt17h0123456789abcdefE",
            "(other)",
        ),
        ("__wbindgen_malloc", "wasm_bindgen"),
        ("memcpy", "(other)"),
        ("<core[c5930c85a12de822]::fmt::Formatter>::pad", "std"),
        ("yew::scheduler::start::h38b97501a2b1ff15", "yew"),
        ("<[u8] as yew::Sized>::length", "yew"),
    ];
    for (name, crate_name) in cases {
        assert_eq!(owner(name), crate_name, "{name}");
    }
}

/// A section: its kind, its length, its bytes (all shorter than 128).
fn section(kind: u8, bytes: &[u8]) -> Vec<u8> {
    let mut out = vec![kind, u8::try_from(bytes.len()).unwrap()];
    out.extend(bytes);
    out
}

fn naming(index: u8, name: &str) -> Vec<u8> {
    let mut out = vec![index, u8::try_from(name.len()).unwrap()];
    out.extend(name.as_bytes());
    out
}

#[test]
fn sums_code_by_crate_and_skips_imported_functions() {
    let mut wasm = b"\0asm\x01\0\0\0".to_vec();
    wasm.extend(section(1, &[1, 0x60, 0, 0]));
    // One imported function "m"."f": it takes index 0.
    wasm.extend(section(2, &[1, 1, b'm', 1, b'f', 0, 0]));
    wasm.extend(section(3, &[2, 0, 0]));
    // Two bodies, of 2 and 3 bytes.
    wasm.extend(section(10, &[2, 2, 0, 0x0b, 3, 0, 0x01, 0x0b]));
    let names = [
        naming(0, "imported"),
        naming(1, "yew::a"),
        naming(2, "engine::b"),
    ]
    .concat();
    let mut functions = vec![3];
    functions.extend(names);
    let mut custom = naming(4, "name")[1..].to_vec();
    custom.extend(section(1, &functions));
    wasm.extend(section(0, &custom));

    let parts = read(&wasm).unwrap();
    let part = |bytes, functions| Part { bytes, functions };
    assert_eq!(
        parts,
        [
            ("engine (ours)".to_owned(), part(3, 1)),
            ("yew".to_owned(), part(2, 1)),
            ("(constant data)".to_owned(), part(0, 0)),
        ]
    );
    assert!(read(b"not wasm").is_err());
}
