import {
  Body,
  Button,
  Column,
  Container,
  Head,
  Heading,
  Hr,
  Html,
  Preview,
  Row,
  Section,
  Text,
} from "@react-email/components";
import type { MailContent } from "../contract";
import { styles } from "./styles";

type Props = { subject: string; fromName: string; content: MailContent };

/** The one frame of every mail: who writes, what it says, the facts, one thing to do. */
export function MailFrame({ subject, fromName, content }: Props) {
  const { title, paragraphs, sections, action, closing } = content;
  return (
    <Html lang="en">
      <Head>
        <title>{subject}</title>
        <meta name="color-scheme" content="light" />
      </Head>
      <Preview>{paragraphs[0] ?? title}</Preview>
      <Body style={styles.body}>
        <div role="main">
          <Container style={styles.sheet}>
            <Text style={styles.sender}>{fromName}</Text>
            <Heading as="h1" style={styles.title}>
              {title}
            </Heading>
            {paragraphs.map((paragraph) => (
              <Text key={paragraph} style={styles.text}>
                {paragraph}
              </Text>
            ))}
            {sections.map((section, index) => (
              <Facts key={index} {...section} />
            ))}
            {action && (
              <Button href={action.url} style={styles.button}>
                {action.label}
              </Button>
            )}
            <Hr style={styles.rule} />
            <Text style={styles.closing}>{closing}</Text>
          </Container>
        </div>
      </Body>
    </Html>
  );
}

function Facts({ heading, facts }: MailContent["sections"][number]) {
  return (
    <Section style={styles.section}>
      {heading && (
        <Heading as="h2" style={styles.heading}>
          {heading}
        </Heading>
      )}
      {facts.map(({ label, value }) => (
        <Row key={label}>
          <Column style={styles.label}>{label}</Column>
          <Column style={styles.value}>{value}</Column>
        </Row>
      ))}
    </Section>
  );
}
