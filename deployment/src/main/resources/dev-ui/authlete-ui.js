import { LitElement, html, css } from 'lit';
import '@vaadin/icon';
import '@vaadin/select';
import '@qomponent/qui-badge';

/** What the pages have in common. */

export const textStyles = css`
    .muted {
        color: var(--lumo-secondary-text-color);
        font-size: var(--lumo-font-size-s);
    }
    .mono {
        font-family: var(--lumo-font-family-mono, monospace);
        font-size: 90%;
    }
`;

export const pageStyles = [textStyles, css`
    :host {
        display: flex;
        flex-direction: column;
        gap: 10px;
        height: 100%;
        padding: 0 10px;
        box-sizing: border-box;
        overflow: auto;
        color: var(--lumo-body-text-color);
    }
    .bar {
        display: flex;
        flex-wrap: wrap;
        align-items: flex-end;
        gap: 10px;
    }
    .space {
        flex-grow: 1;
    }
    h3 {
        margin: 0;
        font-size: var(--lumo-font-size-l);
    }
    .bar vaadin-button {
        margin: 0;
    }
    vaadin-grid-cell-content {
        white-space: nowrap;
    }
`];

/** Asks the application, and makes a failure of every way in which that can fail. */
export async function ask(promise) {
    try {
        const response = await promise;
        return response.result ?? {};
    } catch (e) {
        return { failure: { message: e?.error?.message ?? String(e) } };
    }
}

const UNITS = [['day', 86400], ['h', 3600], ['min', 60], ['s', 1]];

/** "in 59 min", "2 days ago" */
export function relativeTime(millis, now) {
    const seconds = Math.round((millis - now) / 1000);
    const size = Math.abs(seconds);
    if (size < 1) {
        return 'now';
    }
    const [unit, length] = UNITS.find(([, length]) => size >= length);
    const count = Math.floor(size / length);
    const text = `${count} ${unit}${unit === 'day' && count !== 1 ? 's' : ''}`;
    return seconds > 0 ? `in ${text}` : `${text} ago`;
}

/** 2026-01-31 23:59:59, in the time zone of the browser */
export function absoluteTime(millis) {
    const date = new Date(millis - new Date(millis).getTimezoneOffset() * 60000);
    return date.toISOString().substring(0, 19).replace('T', ' ');
}

export function timeOfDay(millis) {
    const date = new Date(millis - new Date(millis).getTimezoneOffset() * 60000);
    return date.toISOString().substring(11, 23);
}

export function duration(millis) {
    if (millis === undefined || millis === null) {
        return '';
    }
    return millis < 10 && !Number.isInteger(millis) ? `${millis.toFixed(1)} ms` : `${Math.round(millis)} ms`;
}

export function serviceLabel(name) {
    return name === '<default>' ? 'default' : name;
}

const LEVELS = { success: 'success', failure: 'error', cancelled: 'contrast' };

export function resultBadge(result) {
    return html`<qui-badge small pill level="${LEVELS[result] ?? 'warning'}"><span>${result}</span></qui-badge>`;
}

const EFFECTS = {
    NOT_SENT: 'the request did not reach the server, nothing has changed',
    REJECTED: 'the server has refused it, nothing has changed',
    UNKNOWN: 'it may have been carried out or not'
};

/** Why a call has failed. */
class AuthleteFailure extends LitElement {

    static styles = css`
        .failure {
            display: flex;
            gap: 12px;
            padding: 10px 14px;
            border-radius: var(--lumo-border-radius-m);
            background: var(--lumo-error-color-10pct);
            color: var(--lumo-error-text-color);
        }
        vaadin-icon {
            flex-shrink: 0;
            margin-top: 3px;
        }
        .message {
            overflow-wrap: anywhere;
        }
        .facts {
            display: flex;
            flex-wrap: wrap;
            gap: 4px 16px;
            font-size: var(--lumo-font-size-s);
            color: var(--lumo-body-text-color);
        }
    `;

    static properties = { failure: { attribute: false } };

    render() {
        const failure = this.failure;
        if (!failure) {
            return html``;
        }
        return html`
            <div class="failure" role="alert">
                <vaadin-icon icon="font-awesome-solid:circle-exclamation"></vaadin-icon>
                <div>
                    <div class="message">
                        ${failure.operation ? html`<b>${failure.operation} has failed:</b>` : ''} ${failure.message}
                    </div>
                    ${failure.operation ? this._renderFacts(failure) : ''}
                </div>
            </div>`;
    }

    _renderFacts(failure) {
        return html`
            <div class="facts">
                <span>Status: <b>${failure.status ?? 'no answer'}</b></span>
                ${failure.resultCode ? html`<span>Result code: <b>${failure.resultCode}</b></span>` : ''}
                <span>Outcome: <b>${failure.outcome}</b> (${EFFECTS[failure.outcome]})</span>
                <span>Attempts: <b>${failure.attempts}</b></span>
                ${failure.retryAfterSeconds === undefined ? ''
                    : html`<span>Retry after: <b>${failure.retryAfterSeconds} s</b></span>`}
            </div>`;
    }
}
customElements.define('authlete-failure', AuthleteFailure);

/** Chooses one of several services; nothing to see if there is only one. */
class AuthleteServiceSelect extends LitElement {

    static styles = css`
        vaadin-select {
            padding: 0;
            width: 130px;
        }
    `;

    static properties = {
        services: { attribute: false },
        value: { type: String }
    };

    render() {
        if (!this.services || this.services.length < 2) {
            return html``;
        }
        const items = this.services.map(service => ({ label: serviceLabel(service.name), value: service.name }));
        return html`
            <vaadin-select class="service" label="Service" .items="${items}" .value="${this.value}"
                @value-changed="${event => this._changed(event.detail.value)}"></vaadin-select>`;
    }

    _changed(value) {
        if (value && value !== this.value) {
            this.dispatchEvent(new CustomEvent('service-changed', { detail: { value } }));
        }
    }
}
customElements.define('authlete-service-select', AuthleteServiceSelect);
