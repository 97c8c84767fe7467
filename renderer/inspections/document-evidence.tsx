import { Attachments } from '../attachments/attachments.tsx';
import { InspectionSection } from './inspection-section.tsx';

/** What a document is proved by: the inspection records of a receipt, and its files. */
export function DocumentEvidence({ documentId }: { readonly documentId: string }) {
  return (
    <>
      <InspectionSection filters={{ document: documentId }} />
      <Attachments entity="document" entityId={documentId} kind="delivery" />
    </>
  );
}
