export default function Loading() {
  return (
    <main id="main" className="wrap chk" aria-busy="true">
      <div className="left">
        <h1>Nearly yours</h1>
        <p className="sr" role="status">
          Asking the salon
        </p>
        <div className="card wait" style={{ height: 240 }} />
      </div>
      <div className="right2 wait" style={{ height: 300 }} />
    </main>
  );
}
