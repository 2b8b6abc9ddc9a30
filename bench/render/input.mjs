const RATE = 60;
const CENTRE = { x: 600, y: 420 };
const CONTROL = 2;

/** Sends `event(part of the whole)` at 60 Hz for so many seconds, through the browser's own input queue. */
async function stream(session, seconds, event) {
  const start = performance.now();
  const sent = [];
  for (let at = 0; at < seconds * RATE; at += 1) {
    const wait = start + (at * 1000) / RATE - performance.now();
    if (wait > 0) await new Promise((over) => setTimeout(over, wait));
    sent.push(session.send('Input.dispatchMouseEvent', event(at / RATE)));
  }
  await Promise.all(sent);
}

/** Drags with the first button, 250 px to either side and 140 up and down. */
export async function drag(session, seconds) {
  const spot = (time) => ({ x: CENTRE.x + 250 * Math.sin(Math.PI * time), y: CENTRE.y + 140 * Math.sin(2 * Math.PI * time) });
  const mouse = (type, at) => session.send('Input.dispatchMouseEvent', { type, ...at, button: 'left', buttons: 1, clickCount: 1 });
  await mouse('mousePressed', CENTRE);
  await stream(session, seconds, (time) => ({ type: 'mouseMoved', ...spot(time), button: 'left', buttons: 1 }));
  await mouse('mouseReleased', spot(seconds));
}

/** Turns the wheel with Ctrl held: half a second nearer, half a second further, and again. */
export async function zoom(session, seconds) {
  await stream(session, seconds, (time) => ({
    type: 'mouseWheel',
    ...CENTRE,
    deltaX: 0,
    deltaY: time % 1 < 0.5 ? -8 : 8,
    modifiers: CONTROL,
  }));
}
