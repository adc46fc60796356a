/** The table view of a rulebook: sheets of cells, as XLSX and as CSV, in and out. */
package dev.rapport.rules.rulebook.table;
