import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { Art } from "~/components/art";
import { formatDuration, formatPrice, formatTime } from "~/lib/format";
import { readCatalogue } from "~/lib/storefront";
import type { Catalogue, Service } from "~/lib/storefront/types";

type Props = { params: Promise<{ collection?: string[] }> };

/** Each page is made when it is first asked for, so that a build needs no store; then kept and refreshed in the background. */
export const generateStaticParams = () => [];

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { collection } = await params;
  const [chapter] = (collection && shown(await readCatalogue(), collection)) ?? [];
  return chapter ? { title: chapter.title } : {};
}

/** `/` is everything, `/colour` one collection. */
export default async function ServicesPage({ params }: Props) {
  const { collection } = await params;
  const catalogue = await readCatalogue();
  const chapters = shown(catalogue, collection);
  if (!chapters) notFound();
  const { store, asOf } = catalogue;
  return (
    <main id="main" className="wrap">
      <div className="hello">
        <h1>{collection ? chapters[0]?.title : "What shall we do with your hair?"}</h1>
        {!collection && <p className="lead">Choose a service, then a salon, a person and a time.</p>}
      </div>
      {chapters.map(({ slug, title, services }) => (
        <section key={slug} className="chapter" aria-labelledby={collection ? undefined : `c-${slug}`}>
          {!collection && (
            <h2 id={`c-${slug}`}>
              <Link href={`/${slug}`}>{title}</Link>
            </h2>
          )}
          <ul className="cards">
            {services.map((service) => (
              <ServiceCard
                key={service.id}
                service={service}
                currency={store.currency}
                under={collection ? 2 : 3}
              />
            ))}
          </ul>
        </section>
      ))}
      <p className="asof">
        Services and prices as of <time dateTime={asOf}>{formatTime(asOf, store.timezone)}</time>.
      </p>
    </main>
  );
}

function ServiceCard({ service, currency, under }: { service: Service; currency: string; under: 2 | 3 }) {
  const { slug, picture, title, description, variants } = service;
  const Heading = `h${under}` as const;
  const cheapest = Math.min(...variants.map(({ price }) => price));
  const shortest = Math.min(...variants.map(({ durationSeconds }) => durationSeconds));
  const from = variants.length > 1 ? "from " : "";
  return (
    <li className="service">
      <div className="pic">
        <Art slug={picture} size="card" />
      </div>
      <Heading>
        <Link href={`/services/${slug}`}>{title}</Link>
      </Heading>
      <p>{description}</p>
      <p className="terms">
        <b>
          {from}
          {formatPrice(cheapest, currency)}
        </b>
        <span>
          {from}
          {formatDuration(shortest)}
        </span>
      </p>
    </li>
  );
}

type Chapter = { slug: string; title: string; services: Service[] };

/** The services by collection, of one or of all; undefined for a collection that nothing is in. */
function shown({ services }: Catalogue, path: string[] | undefined): Chapter[] | undefined {
  const chapters = new Map<string, Chapter>();
  for (const service of services) {
    const { slug, title } = service.collection ?? { slug: "more", title: "More" };
    const chapter = chapters.get(slug) ?? { slug, title, services: [] };
    chapters.set(slug, { ...chapter, services: [...chapter.services, service] });
  }
  if (!path) return [...chapters.values()];
  const chapter = path.length === 1 ? chapters.get(path[0] ?? "") : undefined;
  return chapter && [chapter];
}
