import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { Art } from "~/components/art";
import { BookingPanel } from "~/components/panel/booking-panel";
import { formatDuration, formatGap, formatPrice } from "~/lib/format";
import { findService, readCatalogue } from "~/lib/storefront";
import type { Service, Variant } from "~/lib/storefront/types";

type Props = { params: Promise<{ slug: string }> };

/** Made when first asked for, as the list is. */
export const generateStaticParams = () => [];

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const service = findService(await readCatalogue(), (await params).slug);
  return service ? { title: service.title, description: service.description } : {};
}

/** All but the panel is the same for everybody and made ahead; the panel asks for times when somebody looks. */
export default async function ServicePage({ params }: Props) {
  const { slug } = await params;
  const catalogue = await readCatalogue();
  const service = findService(catalogue, slug);
  const variant = service?.variants.find((candidate) => candidate.slug === slug);
  if (!service || !variant) notFound();
  const { store, asOf } = catalogue;
  const { collection, title, description } = service;
  return (
    <main id="main" className="wrap svc">
      <nav className="crumb" aria-label="Breadcrumb">
        <Link href="/">Services</Link>
        {collection && (
          <>
            <span aria-hidden>/</span>
            <Link href={`/${collection.slug}`}>{collection.title}</Link>
          </>
        )}
      </nav>
      <section className="about">
        <div className="pic">
          <Art slug={service.picture} size="large" />
        </div>
        <h1>{title}</h1>
        {description && <p className="lead">{description}</p>}
        <Facts variant={variant} currency={store.currency} />
        {service.variants.length > 1 && (
          <Variants service={service} chosen={variant} currency={store.currency} />
        )}
      </section>
      <BookingPanel key={variant.id} title={title} variant={variant} store={store} asOf={asOf} />
    </main>
  );
}

function Facts({ variant, currency }: { variant: Variant; currency: string }) {
  const { durationSeconds, price, cancelGapSeconds, places } = variant;
  return (
    <dl className="facts">
      <div>
        <dt>Takes</dt>
        <dd>{formatDuration(durationSeconds)}</dd>
      </div>
      <div>
        <dt>Costs</dt>
        <dd>{formatPrice(price, currency)}</dd>
      </div>
      {places > 1 && (
        <div>
          <dt>Together</dt>
          <dd>up to {places}</dd>
        </div>
      )}
      {cancelGapSeconds !== undefined && (
        <div>
          <dt>Cancel</dt>
          <dd>{cancelGapSeconds > 0 ? `until ${formatGap(cancelGapSeconds)} before` : "until it begins"}</dd>
        </div>
      )}
    </dl>
  );
}

/** Links: each has a page of its own, and choosing works without a script. */
function Variants({ service, chosen, currency }: { service: Service; chosen: Variant; currency: string }) {
  return (
    <nav className="variants" aria-labelledby="which">
      <h2 id="which">Choose one</h2>
      <ul>
        {service.variants.map((variant) => (
          <li key={variant.id}>
            <Link
              href={`/services/${variant.slug}`}
              aria-current={variant === chosen ? "page" : undefined}
              scroll={false}
            >
              <b>{variant.name}</b>
              <span>
                {formatDuration(variant.durationSeconds)}, {formatPrice(variant.price, currency)}
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
