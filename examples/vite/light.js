// Registers <county-chains> with the wasm as files of their own, which Vite copies: a lighter page, since the browser
// loads what is needed. The development server has to be told to leave the package alone (vite.config.js).
import "county-chains/wasm";
