import { LitElement, html, css } from 'lit';
import { guard } from 'lit/directives/guard.js';
import { notifier } from 'notifier';
import '@vaadin/button';
import '@vaadin/icon';
import '@vaadin/select';
import '@qomponent/qui-badge';
import { serviceLabel } from './authlete-text.js';

/** What the views have in common. */

/** The colours of the Dev UI are too pale to read small text, or white text on them. For pages and card: what is in them inherits. */
export const contrastStyles = css`
    :host {
        --authlete-unknown: color-mix(in srgb, #9333ea 55%, var(--lumo-body-text-color));
        --lumo-primary-color: color-mix(in srgb, var(--quarkus-blue, #4695eb) 65%, black);
        --lumo-primary-text-color: color-mix(in srgb, var(--quarkus-blue, #4695eb) 55%, var(--lumo-body-text-color));
        --lumo-error-color: #c2261c;
        --lumo-error-text-color: color-mix(in srgb, #e8453c 60%, var(--lumo-body-text-color));
        --lumo-secondary-text-color: color-mix(in srgb, var(--lumo-body-text-color) 80%, var(--lumo-base-color));
    }
`;

export const textStyles = css`
    .muted {
        color: var(--lumo-secondary-text-color);
        font-size: var(--lumo-font-size-s);
    }
    .small {
        font-size: var(--lumo-font-size-s);
    }
    .mono {
        font-family: var(--lumo-font-family-mono, monospace);
        font-size: 90%;
    }
    .expired {
        color: var(--lumo-error-text-color);
    }
    .unknown {
        color: var(--authlete-unknown);
        font-weight: 600;
    }
    a {
        color: var(--lumo-primary-text-color);
    }
    pre {
        margin: 0;
        padding: 6px 8px;
        border-radius: var(--lumo-border-radius-m);
        background: var(--lumo-contrast-5pct);
        color: var(--lumo-body-text-color);
        font-size: var(--lumo-font-size-s);
        white-space: pre-wrap;
        overflow-wrap: anywhere;
        max-height: 16em;
        overflow-y: auto;
    }
    .bar {
        display: flex;
        flex-wrap: wrap;
        align-items: flex-end;
        gap: 6px 10px;
    }
    .bar vaadin-button {
        margin: 0;
    }
    .bar vaadin-select, .bar vaadin-text-field {
        padding: 0;
    }
    .space {
        flex-grow: 1;
    }
    h3 {
        margin: 0;
        font-size: var(--lumo-font-size-l);
    }
`;

/** Tables are plain ones: their rows keep their place and the focus when others come and go. */
export const tableStyles = css`
    .scroll {
        overflow: auto;
    }
    table {
        border-collapse: collapse;
        width: 100%;
        color: var(--lumo-body-text-color);
    }
    th {
        position: sticky;
        top: 0;
        z-index: 1;
        text-align: left;
        font-weight: 500;
        font-size: var(--lumo-font-size-s);
        background: var(--lumo-base-color);
        color: var(--lumo-secondary-text-color);
        white-space: nowrap;
    }
    th, td {
        padding: 5px 10px;
        border-bottom: 1px solid var(--lumo-contrast-10pct);
        vertical-align: top;
    }
`;

const LEVELS = { success: 'success', failure: 'error', cancelled: 'contrast' };

export function resultBadge(result) {
    return html`<qui-badge small pill level="${LEVELS[result] ?? 'warning'}"><span>${result}</span></qui-badge>`;
}

/** A button that copies. */
export function copyButton(name, label, value) {
    return html`
        <vaadin-button class="${name}" theme="icon small tertiary" aria-label="${label}" title="${label}"
            @click="${() => copy(value)}"><vaadin-icon icon="font-awesome-solid:copy"></vaadin-icon></vaadin-button>`;
}

async function copy(value) {
    try {
        await navigator.clipboard.writeText(value);
        notifier.showInfoMessage('Copied');
    } catch (e) {
        notifier.showErrorMessage('The browser does not allow to copy');
    }
}

/** One of several. The list stays open while the view is rendered again. */
export function renderSelect(name, label, items, value, changed) {
    return html`
        <vaadin-select class="${name}" label="${label}" .items="${guard(items.map(item => item.value), () => items)}" .value="${value}"
            @value-changed="${event => event.detail.value && event.detail.value !== value && changed(event.detail.value)}">
        </vaadin-select>`;
}

/** Chooses one of several services; nothing to see if there is only one. */
export function renderServiceSelect(services, value, changed) {
    return services.length < 2 ? ''
        : renderSelect('service', 'Service', services.map(service => ({ label: serviceLabel(service.name), value: service.name })),
            value ?? '', changed);
}

/** Gives the focus to another element when the one that has it goes away: it would be lost, and the reader with it. */
export class KeepFocus {

    /** @param selector what gets the focus then */
    constructor(host, selector) {
        this._host = host;
        this._selector = selector;
        this._onFocus = event => { this._focused = event.composedPath()[0]; };
        host.addController(this);
    }

    hostConnected() {
        this._host.addEventListener('focusin', this._onFocus);
    }

    hostDisconnected() {
        this._host.removeEventListener('focusin', this._onFocus);
    }

    hostUpdated() {
        requestAnimationFrame(() => {
            const gone = this._focused && (!this._focused.isConnected || this._focused.disabled);
            if (gone && document.activeElement === document.body) {
                this._focused = undefined;
                this._host.renderRoot.querySelector(this._selector)?.focus();
            }
        });
    }
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
            color: var(--lumo-body-text-color);
        }
        vaadin-icon {
            flex-shrink: 0;
            margin-top: 3px;
            color: var(--lumo-error-text-color);
        }
        .message {
            white-space: pre-line;
            overflow-wrap: anywhere;
        }
        .facts {
            display: flex;
            flex-wrap: wrap;
            gap: 4px 16px;
            font-size: var(--lumo-font-size-s);
        }
    `;

    static properties = { failure: { attribute: false } };

    render() {
        const failure = this.failure;
        return html`
            <div role="alert">${failure ? html`
                <div class="failure">
                    <vaadin-icon icon="font-awesome-solid:circle-exclamation"></vaadin-icon>
                    <div>
                        <div class="message">${failure.operation ? html`<b>${failure.operation} has failed:</b> ` : ''}${failure.message}</div>
                        ${failure.operation ? this._renderFacts(failure) : ''}
                    </div>
                </div>` : ''}
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
