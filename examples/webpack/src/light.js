// Registers <county-chains> with the wasm as files of their own, which webpack copies: a lighter page, since the
// browser loads what is needed.
import "county-chains/wasm";
