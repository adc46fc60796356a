// The table of rules: a grid for the keyboard whose cells are changed in place. Without scripts it is a table to read.
class RuleTable extends HTMLElement {
  connectedCallback() {
    this.table = this.querySelector('table');
    this.rows = [...this.table.tBodies[0].rows].map(row => [...row.cells]);
    this.header = [...this.table.tHead.rows[0].cells].map(cell => cell.textContent);
    this.editable = this.dataset.editable === 'yes';
    this.table.setAttribute('role', 'grid');
    if (!this.editable) this.table.setAttribute('aria-readonly', 'true');
    this.rows.flat().forEach(cell => { cell.setAttribute('role', 'gridcell'); cell.tabIndex = -1; });
    if (this.rows.length) this.rows[0][0].tabIndex = 0;
    this.addEventListener('keydown', event => this.key(event));
    this.addEventListener('mousedown', event => {
      const cell = event.target.closest('td');
      if (cell && !cell.querySelector('textarea')) { event.preventDefault(); this.stand(cell); }
    });
    this.addEventListener('dblclick', event => { const cell = event.target.closest('td'); if (cell) this.open(cell); });
    // a table that was changed and not saved says so before it is left
    addEventListener('beforeunload', event => { if (this.querySelector('td.changed')) event.preventDefault(); });
    this.save = document.getElementById('table-save');
    if (this.save) this.save.addEventListener('click', () => this.send(true));
  }

  place(cell) {
    const row = this.rows.findIndex(cells => cells.includes(cell));
    return [row, this.rows[row].indexOf(cell)];
  }

  stand(cell) {
    this.querySelectorAll('td[tabindex="0"]').forEach(each => { each.tabIndex = -1; });
    cell.tabIndex = 0;
    cell.focus();
    cell.scrollIntoView({block: 'nearest', inline: 'nearest'});
  }

  key(event) {
    const cell = event.target.closest('td');
    if (!cell) return;
    const field = cell.querySelector('textarea');
    if (field) {
      if (event.key === 'Escape') { event.preventDefault(); this.close(cell, null); }
      if (event.key === 'Enter' && !event.shiftKey) { event.preventDefault(); this.close(cell, field.value.trim()); }
      return;
    }
    const steps = {ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1]};
    const [row, column] = this.place(cell);
    if (steps[event.key]) {
      event.preventDefault();
      const to = (this.rows[row + steps[event.key][0]] || [])[column + steps[event.key][1]];
      if (to) this.stand(to);
    } else if (event.key === 'Home' || event.key === 'End') {
      event.preventDefault();
      this.stand(event.key === 'Home' ? this.rows[row][0] : this.rows[row].at(-1));
    } else if (event.key === 'Enter' || event.key === 'F2') {
      event.preventDefault();
      this.open(cell);
    }
  }

  open(cell) {
    if (!this.editable || cell.querySelector('textarea')) return;
    const before = cell.textContent;
    const field = document.createElement('textarea');
    field.value = before;
    field.setAttribute('aria-label', this.header[this.place(cell)[1]]);
    cell.dataset.before = before;
    cell.replaceChildren(field);
    field.focus();
    field.onblur = () => this.close(cell, field.value.trim(), true);
  }

  close(cell, words, left) {
    const before = cell.dataset.before;
    const after = words === null ? before : words;
    // taking a field away blurs it while it still stands there: what was left as it was would be sent after all
    cell.querySelector('textarea').onblur = null;
    cell.replaceChildren(after);
    if (!left) this.stand(cell);
    if (after !== before) {
      cell.classList.add('changed');
      this.send(false);
    }
  }

  async send(save) {
    const asked = (this.asked = (this.asked || 0) + 1);
    const rows = [this.header, ...this.rows.map(cells => cells.map(cell => cell.textContent))];
    const answer = await fetch(this.dataset.url, {
      method: 'POST',
      headers: {'Content-Type': 'application/json'},
      body: JSON.stringify({edition: +this.dataset.edition, rows, save})
    });
    // what was found before the last change is not true any more
    if (asked === this.asked) this.tell(answer.ok ? await answer.json() : {faults: [], said: 'The service did not take it. Try again.'});
  }

  tell({faults, saved, said}) {
    this.querySelectorAll('td.wrong').forEach(cell => { cell.classList.remove('wrong'); cell.removeAttribute('aria-invalid'); });
    const list = document.getElementById('table-problems');
    list.replaceChildren(...faults.map(fault => {
      const item = document.createElement('li');
      item.className = 'wrong';
      const where = document.createElement('span');
      where.className = 'where';
      const row = this.rows[fault.row - 1] || [];
      const cell = row[fault.column];
      where.textContent = cell ? row[0].textContent + ', ' + this.header[fault.column] : fault.place;
      const go = document.createElement(cell ? 'button' : 'strong');
      go.textContent = fault.what;
      if (cell) {
        cell.classList.add('wrong');
        cell.setAttribute('aria-invalid', 'true');
        go.type = 'button';
        go.className = 'go';
        go.addEventListener('click', () => this.stand(cell));
      }
      item.append(where, go);
      if (fault.todo) {
        const todo = document.createElement('p');
        todo.textContent = fault.todo;
        item.append(todo);
      }
      return item;
    }));
    document.getElementById('table-status').textContent = said;
    if (saved) {
      this.dataset.edition = saved;
      this.querySelectorAll('td.changed').forEach(cell => cell.classList.remove('changed'));
    }
    if (this.save) this.save.disabled = faults.length > 0 || Boolean(saved);
  }
}
customElements.define('rule-table', RuleTable);
