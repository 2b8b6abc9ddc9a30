/** The graph that the address asks for. */
export const graph = async () => (await fetch(`/graph/${new URLSearchParams(location.search).get('nodes')}.json`)).json();

/** Tells the bench that all is drawn: at the end of the frame that shows it. */
export const ready = () => performance.mark('diagram-ready');
