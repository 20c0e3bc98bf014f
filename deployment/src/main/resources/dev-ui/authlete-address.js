/**
 * The values of a page that stand in its address, so that reload, back and links work. The Dev UI decodes an address and puts
 * it together again without encoding it, so a value must look the same encoded and decoded.
 */
export class AddressState {

    /**
     * @param defaults the values that are not in the address
     * @param changed is called when the values have changed, but for {@link replace}
     */
    constructor(host, defaults, changed) {
        this._host = host;
        this._defaults = defaults;
        this._changed = changed;
        this.values = { ...defaults };
        host.addController(this);
    }

    hostConnected() {
        this._path = window.location.pathname;
        this.values = this._read();
        this._onPopState = () => this._visit();
        window.addEventListener('popstate', this._onPopState);
    }

    hostDisconnected() {
        window.removeEventListener('popstate', this._onPopState);
    }

    /** A new entry in the history, if that changes anything. */
    set(changes) {
        const values = { ...this.values, ...changes };
        if (!same(values, this.values)) {
            this._take(values);
            window.history.pushState(null, '', this._path + query(values, this._defaults));
            this._changed();
        }
    }

    /** Corrects the address. */
    replace(changes) {
        this._take({ ...this.values, ...changes });
        window.history.replaceState(null, '', this._path + query(this.values, this._defaults));
    }

    _visit() {
        const values = this._read();
        if (window.location.pathname === this._path && !same(values, this.values)) {
            this._take(values);
            this._changed();
        }
    }

    _take(values) {
        this.values = values;
        this._host.requestUpdate();
    }

    _read() {
        const values = { ...this._defaults };
        new URLSearchParams(window.location.search).forEach((value, name) => {
            if (name in values) {
                values[name] = decode(value);
            }
        });
        return values;
    }
}

/** The end of an address with those values that are neither blank nor the default. */
export function query(values, defaults = {}) {
    const pairs = Object.entries(values).filter(([name, value]) => value && value !== defaults[name])
        .map(([name, value]) => `${name}=${encode(value)}`);
    return pairs.length === 0 ? '' : `?${pairs.join('&')}`;
}

function encode(value) {
    return encodeURIComponent(value).replaceAll('~', '%7E').replaceAll('%', '~');
}

function decode(value) {
    try {
        return decodeURIComponent(value.replaceAll('~', '%'));
    } catch (e) {
        return value;
    }
}

function same(some, others) {
    return Object.keys(some).every(name => some[name] === others[name]);
}
