// What htmx does not do: panes on a narrow screen, sheets over a phone, and staying at the newest message.
(() => {
    const all = (selector, root = document) => [...root.querySelectorAll(selector)];
    const growing = '.messages, .story';

    const showPane = id => {
        if (!document.getElementById(id)) return;
        document.body.dataset.pane = id;
        all('.pane').forEach(pane => pane.classList.toggle('shown', pane.id === id));
        all('.tabs [data-show]').forEach(tab => {
            if (tab.dataset.show === id) tab.setAttribute('aria-current', 'page');
            else tab.removeAttribute('aria-current');
        });
        all(growing, document.getElementById(id)).forEach(toNewest);
    };

    const toNewest = messages => { messages.scrollTop = messages.scrollHeight; };

    const closeSheets = () => {
        all('.sheet').forEach(sheet => { sheet.hidden = true; });
        all('[aria-expanded]').forEach(button => button.setAttribute('aria-expanded', 'false'));
    };

    const openSheet = button => {
        const sheet = document.getElementById(button.dataset.open);
        const open = sheet.hidden;
        closeSheets();
        sheet.hidden = !open;
        if (button.hasAttribute('aria-expanded')) button.setAttribute('aria-expanded', String(open));
        if (open) sheet.querySelector('button, input:not([type=hidden])')?.focus();
    };

    document.addEventListener('click', event => {
        const button = event.target.closest('button, [data-show]');
        if (button?.dataset.open) return openSheet(button);
        if (button?.dataset.show) showPane(button.dataset.show);
        if (button?.hasAttribute('data-dismiss')) button.parentElement.remove();
        if (!event.target.closest('.sheet') || button?.hasAttribute('data-close')) setTimeout(closeSheets);
    });

    document.addEventListener('keydown', event => { if (event.key === 'Escape') closeSheets(); });
    document.addEventListener('animationend', event => { if (event.target.matches('.toast')) event.target.remove(); });

    // a person who reads older messages is not torn away from them
    document.addEventListener('htmx:beforeSwap', event => {
        const messages = event.detail.target?.querySelector?.(growing);
        if (!messages) return;
        const fromEnd = messages.scrollHeight - messages.scrollTop - messages.clientHeight;
        event.detail.target.dataset.scroll = fromEnd < 60 ? 'end' : String(messages.scrollTop);
    });
    document.addEventListener('htmx:afterSwap', event => {
        const scroll = event.detail.target?.dataset?.scroll;
        const messages = event.detail.target?.querySelector?.(growing);
        if (messages && scroll) messages.scrollTop = scroll === 'end' ? messages.scrollHeight : Number(scroll);
    });
    // a picture makes the chat longer only when it is there
    document.addEventListener('load', event => {
        const messages = event.target.closest?.(growing);
        const scroll = messages?.closest('[data-scroll]')?.dataset.scroll ?? 'end';
        if (messages && scroll === 'end') toNewest(messages);
    }, true);
    document.addEventListener('htmx:afterRequest', event => {
        if (event.detail.successful && event.target.matches('[data-clear]')) event.target.reset();
        if (event.detail.successful && event.target.matches('.sheet .typed')) { event.target.reset(); closeSheets(); }
    });

    all(growing).forEach(toNewest);
    showPane('guide');
})();
