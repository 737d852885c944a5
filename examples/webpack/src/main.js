// Registers <county-chains>. No setting of the bundler is needed: the wasm is inside the module.
import "county-chains";
