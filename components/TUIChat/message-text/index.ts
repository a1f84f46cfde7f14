/** The body of a text message: exactly the characters that were sent, line breaks included, never markup. */
Component({
  properties: {
    text: { type: String, value: '' },
  },
})
