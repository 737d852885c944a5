//! The targets but that of the reader of datasets.

pub(crate) mod attributes;
pub(crate) mod csv;
pub(crate) mod draft;
pub(crate) mod html;
pub(crate) mod json;
pub(crate) mod link;
pub(crate) mod numbers;
pub(crate) mod search;
pub(crate) mod svg;
pub(crate) mod tables;
pub(crate) mod text;
