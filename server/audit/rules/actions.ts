/** Everything that is audited, with the words people read (R34). */
export const AUDIT_ACTIONS = {
  "session.started": "Signed in",
  "session.refused": "Sign-in refused",
  "session.ended": "Signed out",
  "subsidiary.updated": "Subsidiary changed",
  "integration.saved": "OTR login saved",
  "integration.disconnected": "OTR disconnected",
  "integration.rejected": "OTR refused the login",
  "customer.updated": "Customer changed",
  "batch.submitted": "Batch submitted",
  "invoice.accepted": "Invoice accepted by OTR",
  "invoice.failed": "Invoice failed",
  "invoice.unresolved": "Invoice needs a look in the OTR portal",
  "invoice.retried": "Invoice retried",
  "invoice.withdrawn": "Invoice taken back from OTR",
  "otr.exchange": "OTR call",
  "load.updated": "Load corrected",
  "load.status_changed": "Load status changed",
  "sync.started": "Purchase sync started",
  "sync.finished": "Purchase sync finished",
  "purchase.changed": "OTR status changed",
  "purchase.mismatched": "OTR answered about another invoice",
  "document.downloaded": "Document downloaded",
  "report.exported": "Report exported",
} as const satisfies Record<string, string>;

export type AuditAction = keyof typeof AUDIT_ACTIONS;
