import "county-chains/inline";
import "county-chains/host.js";

document.querySelector("county-chains")?.cite();
