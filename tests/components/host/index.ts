/** A host's page that puts components of its own into all four abstract nodes. */
Component({})
