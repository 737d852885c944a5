// `import "county-chains/host.js"` makes frames of county-chains as high as the widget in them, and exports nothing.

export {};
