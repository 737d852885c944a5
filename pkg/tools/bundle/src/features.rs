//! The newer wasm features of a linked module: forgetting some, counting the uses of others.

use anyhow::{Result, ensure};
use walrus::ir::{self, UnaryOp, Unop, Visitor};
use walrus::{FunctionKind, Module, RawCustomSection};

/// Where LLVM lists the features that a module was compiled for.
const SECTION: &str = "target_features";

/// Removes features from the list in the module, as if it had never been compiled for them.
///
/// The objects of the standard library name them although our own code was compiled without, and
/// wasm-bindgen believes the list: it would pass JavaScript values as `externref` (Chromium 96).
pub(crate) fn forget(module: &mut Module, features: &[&str]) -> Result<()> {
    if let Some(section) = module.customs.remove_raw(SECTION) {
        let data = without(&section.data, features)?;
        module.customs.add(RawCustomSection { name: SECTION.to_owned(), data });
    }
    Ok(())
}

/// The content of the section (a count, then for each feature a prefix, a length and a name)
/// without the named features.
fn without(list: &[u8], features: &[&str]) -> Result<Vec<u8>> {
    let Some((&count, mut rest)) = list.split_first() else {
        return Ok(Vec::new());
    };
    let mut kept = vec![0];
    for _ in 0..count {
        // Counts and lengths are LEB128 numbers; below 128 these are plain bytes.
        ensure!(rest.len() >= 2 && count < 128 && rest[1] < 128, "list cut short or too long");
        let size = 2 + usize::from(rest[1]);
        ensure!(rest.len() >= size, "name cut short");
        let (feature, next) = rest.split_at(size);
        if !features.iter().any(|name| name.as_bytes() == &feature[2..]) {
            kept[0] += 1;
            kept.extend_from_slice(feature);
        }
        rest = next;
    }
    ensure!(rest.is_empty(), "bytes after the list");
    Ok(kept)
}

/// How many float-to-integer casts need the instructions of Chromium 75.
///
/// wasm-opt can lower them, but to code that turns `NaN as i32` into `i32::MIN`.
pub(crate) fn count_saturating_casts(module: &Module) -> usize {
    let mut casts = SaturatingCasts(0);
    for function in module.funcs.iter() {
        if let FunctionKind::Local(local) = &function.kind {
            ir::dfs_in_order(&mut casts, local, local.entry_block());
        }
    }
    casts.0
}

struct SaturatingCasts(usize);

impl<'module> Visitor<'module> for SaturatingCasts {
    fn visit_unop(&mut self, operation: &Unop) {
        use UnaryOp::*;
        let saturates = matches!(
            operation.op,
            I32TruncSSatF32
                | I32TruncUSatF32
                | I32TruncSSatF64
                | I32TruncUSatF64
                | I64TruncSSatF32
                | I64TruncUSatF32
                | I64TruncSSatF64
                | I64TruncUSatF64
        );
        self.0 += usize::from(saturates);
    }
}

#[cfg(test)]
mod tests {
    use super::without;

    #[test]
    fn named_features_leave_the_list_and_the_others_stay() {
        let list = b"\x03+\x0amultivalue+\x0fmutable-globals+\x0freference-types";
        let kept = without(list, &["reference-types", "multivalue"]).expect("a sound list");
        assert_eq!(kept, b"\x01+\x0fmutable-globals");
    }

    #[test]
    fn a_list_cut_short_is_an_error() {
        assert!(without(b"\x02+\x0amultivalue", &[]).is_err());
        assert!(without(b"\x01+\x0amulti", &[]).is_err());
    }
}
