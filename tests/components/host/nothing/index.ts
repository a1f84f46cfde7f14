Component({
  properties: {
    text: { type: String, value: '' },
    conversationID: { type: String, value: '' },
  },
})
