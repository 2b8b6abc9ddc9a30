// Whether the browser can run the program.

// A module with what compilers now take for granted: references and bulk memory, of 2020 and later.
const USUAL = [0,97,115,109,1,0,0,0,1,5,1,96,1,111,0,12,1,0];

/** Whether the engine's WebAssembly is there and recent enough. */
export const isRecent = (WebAssembly) => WebAssembly?.validate(Uint8Array.from(USUAL));
