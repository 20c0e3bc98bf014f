import { LitElement, html, css } from 'lit';
import { query } from './authlete-address.js';
import { endColor, endOf } from './authlete-call-ends.js';
import { duration, owner, serviceLabel, timeOfDay } from './authlete-text.js';
import { resultBadge, tableStyles, textStyles } from './authlete-ui.js';

const SEGMENTS = {
    success: 'var(--lumo-success-color)', failure: 'var(--lumo-error-color)', cancelled: 'var(--lumo-contrast-50pct)',
    'in flight': 'var(--lumo-primary-color)',
    queue: 'var(--lumo-contrast-20pct)', backoff: 'var(--lumo-contrast-40pct)',
    'Retry-After': 'var(--lumo-warning-color)', 'rate limit': 'var(--lumo-warning-color-50pct)'
};

/** One call: a line with a bar of what it did when, and its attempts and waits below it. */
class AuthleteCall extends LitElement {

    static styles = [textStyles, tableStyles, css`
        :host {
            display: block;
            border-bottom: 1px solid var(--lumo-contrast-10pct);
        }
        .line {
            display: grid;
            grid-template-columns: 130px minmax(150px, 1.2fr) minmax(120px, 1fr) 170px 75px minmax(140px, 2fr);
            gap: 4px 10px;
            align-items: center;
            padding: 3px 6px;
        }
        .line > * {
            min-width: 0;
            overflow-wrap: anywhere;
        }
        @media (max-width: 1000px) {
            .line {
                grid-template-columns: 130px 1fr 1fr;
            }
        }
        .toggle {
            margin: 0;
        }
        .timeline {
            display: flex;
            gap: 1px;
            height: 14px;
        }
        .timeline span {
            min-width: 3px;
        }
        .timeline .wait {
            height: 6px;
            align-self: center;
        }
        .end {
            width: 4px;
            flex: none;
        }
        .steps {
            padding: 4px 12px 10px 40px;
        }
        th {
            position: static;
        }
        .steps td:not(.message) {
            white-space: nowrap;
        }
        .message {
            white-space: pre-line;
            overflow-wrap: anywhere;
        }
    `];

    static properties = {
        call: { attribute: false, hasChanged: (value, old) => value !== old && JSON.stringify(value) !== JSON.stringify(old) },
        several: { type: Boolean },
        opened: { type: Boolean }
    };

    render() {
        const call = this.call;
        const end = endOf(call);
        return html`
            <div class="line">
                <vaadin-button class="toggle" theme="small tertiary-inline" aria-expanded="${!!this.opened}"
                    aria-label="Details of ${call.operation} at ${timeOfDay(call.time)}"
                    @click="${() => this.dispatchEvent(new CustomEvent('toggle'))}">
                    <vaadin-icon slot="prefix" icon="font-awesome-solid:${this.opened ? 'chevron-down' : 'chevron-right'}"></vaadin-icon>
                    <span class="small">${timeOfDay(call.time)}</span>
                </vaadin-button>
                <span class="operation">${this.several ? `${serviceLabel(call.service)} ` : ''}<b>${call.operation}</b>
                    ${call.devUi ? html`<qui-badge tiny pill><span>Dev UI</span></qui-badge>` : ''}
                    ${call.recovered ? html`<qui-badge tiny pill level="warning"
                        title="The answer to the create was lost; the token was found, or created anew"><span>recovered</span></qui-badge>` : ''}
                </span>
                <span class="who small">${owner(call.client, call.subject)}</span>
                <span class="end-name">${this._renderEnd(call, end)}</span>
                <span class="small">${duration(call.millis)}</span>
                ${this._renderTimeline(call, end)}
            </div>
            ${this.opened ? this._renderSteps(call) : ''}`;
    }

    _renderEnd(call, end) {
        const code = call.resultCode ?? call.status ?? '';
        return end === 'UNKNOWN' ? html`<span class="unknown">UNKNOWN</span> <span class="small">${code}</span>`
            : html`${resultBadge(call.result)} <span class="small">${call.failure ? call.failure.outcome : ''} ${code}</span>`;
    }

    _renderTimeline(call, end) {
        const steps = stepsOf(call);
        const text = [...steps.map(step => `${step.name} ${duration(step.millis)}`), end].join(', ');
        return html`
            <div class="timeline" role="img" aria-label="${text}">
                ${steps.map(step => html`<span class="${step.wait ? 'wait' : 'attempt'}" title="${step.name}: ${duration(step.millis)}"
                    style="flex: ${Math.max(step.millis ?? 1, 0.01)} 1 0; background: ${SEGMENTS[step.wait ?? step.result]}"></span>`)}
                <span class="end" title="${end}" style="background: ${endColor(end)}"></span>
            </div>`;
    }

    _renderSteps(call) {
        const told = !call.failure || call.failure.message === call.attempts.at(-1)?.failure?.message;
        return html`
            <div class="steps">
                <div class="scroll" tabindex="0" role="region" aria-label="Attempts and waits">
                    <table>
                        <thead><tr><th>Step</th><th>After</th><th>Duration</th><th>Result</th><th>Status</th><th>Code</th><th>Outcome</th>
                            <th>Failure</th></tr></thead>
                        <tbody>
                            ${stepsOf(call).map(step => html`
                                <tr class="${step.wait ? 'wait' : 'attempt'}">
                                    <td>${step.name}</td>
                                    <td>${duration(step.start)}</td>
                                    <td>${duration(step.millis)}</td>
                                    ${step.wait ? html`<td colspan="5"></td>` : html`
                                        <td>${resultBadge(step.result)}</td>
                                        <td>${step.status ?? (step.millis === undefined ? '' : 'none')}</td>
                                        <td>${step.resultCode ?? ''}</td>
                                        <td>${step.failure?.outcome ?? ''}</td>
                                        <td class="message">${step.failure?.message ?? ''}</td>`}
                                </tr>`)}
                        </tbody>
                    </table>
                </div>
                ${call.attempts.length === 0 ? html`<div class="small">Nothing was sent.</div>` : ''}
                ${told ? '' : html`<div class="message">${call.failure.type}: ${call.failure.message}</div>`}
                ${call.mayHaveIssued ? html`<div class="candidates"><span class="unknown">A token may have been issued.</span>
                    <a href="tokens${query({ service: call.service, client: call.client, subject: call.subject })}">Tokens
                        of ${owner(call.client, call.subject) || 'the service'}</a></div>` : ''}
            </div>`;
    }
}

/** Attempts and waits in their order. */
function stepsOf(call) {
    return [
        ...call.attempts.map(attempt => ({ ...attempt, name: `attempt ${attempt.number}${attempt.operation === call.operation
            ? '' : ` (${attempt.operation})`}${attempt.status ? ` ${attempt.status}` : ''}` })),
        ...call.waits.map(wait => ({ ...wait, name: wait.kind, wait: wait.kind }))
    ].sort((one, other) => one.start - other.start);
}
customElements.define('authlete-call', AuthleteCall);
