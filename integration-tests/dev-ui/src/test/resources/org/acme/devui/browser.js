// What the tests look for in a page. Elements are found in shadow roots too, each selector within one root.

function roots(start) {
    const below = [...start.querySelectorAll('*')].filter(element => element.shadowRoot)
        .flatMap(element => roots(element.shadowRoot));
    return [start, ...(start.shadowRoot ? roots(start.shadowRoot) : []), ...below];
}

function find(selector) {
    return roots(document).flatMap(root => [...root.querySelectorAll(selector)]).filter(element => element.checkVisibility());
}

function inputs(element) {
    return roots(element).flatMap(root => [...root.querySelectorAll('input')]);
}

function focused() {
    let active = document.activeElement;
    while (active.shadowRoot && active.shadowRoot.activeElement) {
        active = active.shadowRoot.activeElement;
    }
    return active === document.body ? 'body' : `${active.className} ${active.getAttribute('aria-label') ?? ''}`;
}

function page() {
    const text = [];
    const visit = node => {
        text.push(node.nodeType === Node.TEXT_NODE ? node.data : ' ');
        if (node.shadowRoot) {
            visit(node.shadowRoot);
        }
        if (node.value && typeof node.value === 'string') {
            text.push(node.value, ' ');
        }
        if (!['STYLE', 'SCRIPT'].includes(node.tagName)) {
            node.childNodes.forEach(visit);
        }
        if (node.nodeType !== Node.TEXT_NODE) {
            text.push(' ');
        }
    };
    visit(document.body);
    return text.join('').replace(/\s+/g, ' ');
}

function violations(axe, element, done) {
    if (!window.axe) {
        const script = document.createElement('script');
        script.textContent = axe;
        document.head.appendChild(script);
    }
    window.axe.run(element, { resultTypes: ['violations'] }).then(
        results => done(results.violations.filter(violation => ['serious', 'critical'].includes(violation.impact))
            .flatMap(violation => violation.nodes.map(node => `${violation.id}: ${node.target}: ${node.failureSummary}`))),
        failure => done([`axe failed: ${failure}`]));
}
