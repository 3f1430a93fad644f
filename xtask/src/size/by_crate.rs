//! Which crate each function of a wasm file comes from, told from its name.

use std::collections::BTreeMap;

use anyhow::Result;
use wasmparser::{KnownCustom, Name, NameSectionReader, Parser, Payload, TypeRef};

/// The share of one crate.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Part {
    /// Bytes of its functions' code.
    pub bytes: usize,
    /// How many functions.
    pub functions: usize,
}

/// What is read from the file.
#[derive(Default)]
struct Contents {
    imported: u32,
    /// Lengths of the functions' bodies, in order.
    bodies: Vec<usize>,
    names: BTreeMap<u32, String>,
    data: usize,
}

/// The parts of a program, largest first. Constant data is a part of its own: it has no names.
///
/// # Errors
/// The bytes are not a wasm module.
pub fn read(wasm: &[u8]) -> Result<Vec<(String, Part)>> {
    let contents = parse(wasm)?;
    let mut parts: BTreeMap<String, Part> = BTreeMap::new();
    for (position, length) in (0_u32..).zip(&contents.bodies) {
        let name = contents.names.get(&(contents.imported + position));
        let part = parts
            .entry(name.map_or_else(|| "(no name)".to_owned(), |name| owner(name)))
            .or_default();
        part.bytes += length;
        part.functions += 1;
    }
    parts.insert(
        "(constant data)".to_owned(),
        Part {
            bytes: contents.data,
            functions: 0,
        },
    );
    let mut parts: Vec<_> = parts.into_iter().collect();
    parts.sort_by_key(|(_, part)| std::cmp::Reverse(part.bytes));
    Ok(parts)
}

fn parse(wasm: &[u8]) -> Result<Contents> {
    let mut contents = Contents::default();
    for payload in Parser::new(0).parse_all(wasm) {
        match payload? {
            Payload::ImportSection(imports) => {
                for import in imports.into_imports() {
                    contents.imported += u32::from(matches!(
                        import?.ty,
                        TypeRef::Func(_) | TypeRef::FuncExact(_)
                    ));
                }
            }
            Payload::CodeSectionEntry(body) => contents.bodies.push(body.range().len()),
            Payload::DataSection(section) => contents.data = section.range().len(),
            Payload::CustomSection(section) => {
                if let KnownCustom::Name(names) = section.as_known() {
                    function_names(names, &mut contents.names)?;
                }
            }
            _ => {}
        }
    }
    Ok(contents)
}

fn function_names(section: NameSectionReader<'_>, names: &mut BTreeMap<u32, String>) -> Result<()> {
    for subsection in section {
        if let Name::Function(map) = subsection? {
            for naming in map {
                let naming = naming?;
                names.insert(naming.index, naming.name.to_owned());
            }
        }
    }
    Ok(())
}

/// The crate that a function belongs to. `<Type as Trait>::method` belongs to the type's crate, and to the trait's where
/// the type is one of the standard library's or has no path.
fn owner(mangled: &str) -> String {
    let name = without_hashes(&format!("{:#}", rustc_demangle::demangle(mangled)));
    let name = name.as_str();
    if let Some(inner) = name.strip_prefix('<') {
        let (subject, rest) = inner.split_once(" as ").unwrap_or((inner, ""));
        let subject = first_segment(subject);
        let other = first_segment(rest).filter(|other| !is_std(other));
        if let Some(other) = other.filter(|_| subject.is_none_or(is_std)) {
            return label(other);
        }
        return subject.map_or_else(|| "(other)".to_owned(), label);
    }
    match first_segment(name).filter(|_| name.contains("::")) {
        Some(segment) => label(segment),
        None if name.starts_with("__wbindgen") => "wasm_bindgen".to_owned(),
        None => "(other)".to_owned(),
    }
}

/// The name without the crates' hashes, as in `core[0123456789abcdef]::fmt`, which wasm-bindgen leaves in it.
fn without_hashes(name: &str) -> String {
    let mut parts = name.split('[');
    let mut out = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        match part.split_once(']') {
            Some((hash, rest))
                if hash.len() > 8 && hash.bytes().all(|byte| byte.is_ascii_hexdigit()) =>
            {
                out.push_str(rest);
            }
            _ => {
                out.push('[');
                out.push_str(part);
            }
        }
    }
    out
}

/// The first name of a path that may stand behind `&`, `dyn `, brackets and the like.
fn first_segment(path: &str) -> Option<&str> {
    let path = path.trim_start_matches(['&', '*', '(', '[', '<']);
    for prefix in ["mut ", "dyn ", "const ", "impl "] {
        if let Some(rest) = path.strip_prefix(prefix) {
            return first_segment(rest);
        }
    }
    let end = path.find(|c: char| !c.is_alphanumeric() && c != '_')?;
    (end > 0 && path[end..].starts_with("::")).then(|| &path[..end])
}

fn is_std(name: &str) -> bool {
    matches!(
        name,
        "std"
            | "core"
            | "__rustc"
            | "alloc"
            | "hashbrown"
            | "dlmalloc"
            | "compiler_builtins"
            | "memchr"
            | "rustc_demangle"
    )
}

fn label(name: &str) -> String {
    match name {
        "sla_gap" | "app" => format!("{name} (ours: the app)"),
        "engine" => "engine (ours)".to_owned(),
        _ if is_std(name) => "std".to_owned(),
        _ => name.to_owned(),
    }
}

#[cfg(test)]
mod tests;
