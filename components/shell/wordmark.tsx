export const Wordmark = ({ strong }: { strong: string }) => (
  <>
    <b className={`font-medium ${strong}`}>Opencals</b> Webhooks
  </>
);
