// Writing with buttons in place of a plain text area: only the marks that a page can have, with their names in Dutch.
import {
  Blockquote, Bold, BulletList, Document, Dropcursor, Gapcursor, HardBreak, Heading, History, Italic, Link, ListItem, Menu,
  OrderedList, Paragraph, Table, TableCell, TableHeader, TableRow, Text, createTextareaEditor, initializeEditors,
  updateAttrsDialog,
} from "django-prose-editor/editor";

const BUTTONS = [
  { paragraph: "Gewone tekst", heading2: "Kop, niveau 2", heading3: "Kop, niveau 3", heading4: "Kop, niveau 4" },
  { bulletList: "Lijst met punten", orderedList: "Genummerde lijst", blockquote: "Citaat" },
  { bold: "Vet", italic: "Schuin" },
  { link: "Link maken of veranderen", unlink: "Link weghalen" },
  {
    table: "Tabel invoegen", "table:addColumnAfter": "Kolom erbij", "table:deleteColumn": "Kolom weg",
    "table:addRowAfter": "Rij erbij", "table:deleteRow": "Rij weg", "table:toggleHeaderCell": "Wel of geen kopcel",
    "table:deleteTable": "Hele tabel weg",
  },
  { "history:undo": "Ongedaan maken", "history:redo": "Opnieuw doen" },
];

function named([name, title], items) {
  const item = items.find((one) => one.name === name);
  item.button.title = title;
  item.button.setAttribute("aria-label", title);
  return item;
}

const OurMenu = Menu.configure({
  items({ editor, menu }) {
    const items = menu.items("nodes marks link table history");
    return BUTTONS.map((group) => menu.buttonGroup({ editor }, Object.entries(group).map((one) => named(one, items))));
  },
});

/** What somebody means who leaves out how an address begins. */
function complete(address) {
  if (/^[^\s/@:]+@[^\s/@]+$/.test(address)) return `mailto:${address}`;
  return /^[\w-]+(\.[\w-]+)+(\/|$)/.test(address) ? `https://${address}` : address;
}

async function editLink(editor) {
  const alone = editor.state.selection.empty && !editor.isActive("link");
  const fields = { href: { title: "Adres: een pagina van dit portaal, of https://…" } };
  if (alone) fields.words = { title: "Woorden van de link" };
  const asked = updateAttrsDialog(fields, { title: "Link", submitText: "Zet de link" })(editor, editor.getAttributes("link"));
  const dialog = editor.view.dom.parentElement.querySelector("dialog");
  dialog.setAttribute("aria-label", "Link");
  dialog.dispatchEvent(new CustomEvent("rich-text:link", { bubbles: true }));
  const given = await asked;
  if (!given) return;
  const href = complete(given.href.trim());
  const chain = editor.chain().focus();
  if (alone && href) chain.insertContent({ type: "text", text: given.words || href, marks: [{ type: "link", attrs: { href } }] });
  else if (href) chain.extendMarkRange("link").setLink({ href });
  else chain.extendMarkRange("link").unsetLink();
  chain.run();
}

const OurLink = Link.extend({
  addMenuItems(storage) {
    this.parent?.(storage);
    const button = storage.buttons.material("insert_link");
    const active = (editor) => editor.isActive("link");
    storage.menu.defineItem({ name: "link", groups: "link", command: editLink, button, active });
  },
  addKeyboardShortcuts() {
    return { "Mod-k": ({ editor }) => Boolean(editLink(editor)) };
  },
}).configure({ enableTarget: false, autolink: false });

const OurTable = Table.extend({
  addMenuItems(storage) {
    this.parent?.({ editor: this.editor, ...storage });
    const insert = (editor) => editor.chain().focus().insertTable({ rows: 3, cols: 2, withHeaderRow: true }).run();
    storage.menu.defineItem({ name: "table", groups: "table", command: insert, button: storage.buttons.material("grid_on") });
  },
});

const EXTENSIONS = [
  Document, Paragraph, Text, HardBreak, Dropcursor, Gapcursor, History, Bold, Italic, BulletList, OrderedList, ListItem,
  Blockquote, Heading.configure({ levels: [2, 3, 4] }), OurLink, OurTable, TableRow, TableHeader, TableCell, OurMenu,
];

initializeEditors((textarea) => {
  if (textarea.closest(".prose-editor")) return;
  const editor = createTextareaEditor(textarea, EXTENSIONS);
  editor.on("create", () => {
    textarea.dispatchEvent(new CustomEvent("rich-text:ready", { bubbles: true, detail: editor }));
  });
}, ".rich-text textarea");
