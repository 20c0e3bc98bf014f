import { connectionState } from 'connection-state';

/** How long an answer may still take once the application is back, in milliseconds. */
const PATIENCE = 5000;

/**
 * What a view asks of the application, or changes in it. Only the answer to the latest request counts: an older one may come
 * later. Every request ends, because an answer that gets lost in a restart is given up.
 */
export class Request {

    /** Whether an answer is waited for. */
    busy = false;

    /** Why the last request has no answer. */
    failure = undefined;

    constructor(host) {
        this._host = host;
        this._number = 0;
        host.addController(this);
    }

    /**
     * @param call makes the call
     * @return the answer; undefined if there is none, or if something else has been asked since
     */
    async ask(call) {
        const number = ++this._number;
        this._set(true, this.failure);
        const answer = await answerTo(call);
        if (number !== this._number) {
            return undefined;
        }
        this._set(false, answer.failure);
        return answer.value;
    }

    /** The same for what must not happen twice: nothing if it is in flight already. */
    async change(call) {
        return this.busy ? undefined : this.ask(call);
    }

    /** Nobody waits any more. */
    forget() {
        this._number++;
        this._set(false, undefined);
    }

    hostDisconnected() {
        this.forget();
    }

    _set(busy, failure) {
        this.busy = busy;
        this.failure = failure;
        this._host.requestUpdate();
    }
}

/** Does something every second while its host is shown. */
export class Poll {

    constructor(host, step) {
        this._step = step;
        host.addController(this);
    }

    hostConnected() {
        this._timer = setInterval(this._step, 1000);
    }

    hostDisconnected() {
        clearInterval(this._timer);
    }
}

function answerTo(call) {
    return new Promise(resolve => {
        let connected = connectionState.current.isConnected;
        let lost = false;
        let timer;
        const end = answer => {
            clearTimeout(timer);
            connectionState.removeObserver(watch);
            resolve(answer);
        };
        const watch = () => {
            const now = connectionState.current.isConnected;
            lost = lost || connected && !now;
            if (lost && now && !timer) {
                timer = setTimeout(() => end({ failure: { cutOff: true, message: 'The application was restarted before it answered.' } }),
                    PATIENCE);
            }
            connected = now;
        };
        connectionState.addObserver(watch);
        new Promise(answer => answer(call())).then(
            response => end(response.result ?? {}),
            () => end({ failure: { message: 'The application could not do that. Its log tells why.' } }));
    });
}
