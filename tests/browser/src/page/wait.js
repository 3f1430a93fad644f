// Answers as soon as `ask` gives something else than null, or with null once the time is over.
const done = arguments[arguments.length - 1];
const [wanted, limit] = arguments;
const end = performance.now() + limit;
let observer;
let timer;
const check = () => {
  const answer = ask(wanted);
  if (answer === null && performance.now() < end) return;
  observer.disconnect();
  clearInterval(timer);
  done(answer);
};
observer = new MutationObserver(check);
observer.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
// What a field holds, where the focus is and what the address says change without a mutation.
timer = setInterval(check, 25);
check();
