// Two pages, one of each entry point. The package needs no setting.
export default { entry: { main: "./src/main.js", light: "./src/light.js" } };
