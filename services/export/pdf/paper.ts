/** A file inside the PDF. */
export interface Attachment {
  readonly name: string;
  readonly type: string;
  readonly description: string;
  readonly content: Uint8Array;
}

/** One thing on the page, told to a screen reader as what it is. */
export type Block =
  | { readonly kind: 'facts'; readonly facts: readonly (readonly [label: string, value: string])[] }
  | { readonly kind: 'text'; readonly text: string }
  /** Letters that are compared one by one. */
  | { readonly kind: 'code'; readonly text: string };

export interface Section {
  readonly heading: string;
  readonly blocks: readonly Block[];
}

/** What a page says, before it is drawn. */
export interface Paper {
  readonly title: string;
  /** Under the title. */
  readonly subtitle: string;
  /** Stands at the foot of each page, and in the file's own title: letters of ASCII only. */
  readonly number: string;
  readonly issuedAt: Date;
  /** Stands at the head of each page. */
  readonly stamp?: string | undefined;
  readonly sections: readonly Section[];
  readonly attachments: readonly Attachment[];
}
