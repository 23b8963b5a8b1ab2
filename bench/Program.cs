using Madoguchi.Bench;
using Madoguchi.Tests.Rig;

// bench/run [sqlite|postgres] [messages|pages|chats|starts|search|help|reports|waits|events|incident-update|decision|voices|noticing|care] [seconds per figure]
On[] engines = args.Contains("sqlite") ? [On.Sqlite] : args.Contains("postgres") ? [On.Postgres] : [On.Sqlite, On.Postgres];
var time = TimeSpan.FromSeconds(args.Select(a => int.TryParse(a, out var s) ? s : 0).FirstOrDefault(s => s > 0, 5));
var parts = args.Intersect(["messages", "pages", "chats", "starts", "search", "help", "reports", "waits", "events", "incident-update", "decision", "voices", "noticing", "care"]).ToList();
bool Asked(string part) => parts.Count == 0 || parts.Contains(part);

// Synced as in real life; the tests' own server is not.
using var postgres = engines.Contains(On.Postgres) ? await PostgresServer.Start(durable: true) : null;
if (postgres is not null)
    Environment.SetEnvironmentVariable("MADOGUCHI_TEST_POSTGRES", postgres.ConnectionString);
Console.WriteLine(Report.Machine);
if (Asked("waits"))
    Waits.Print(time);
if (Asked("noticing"))
    Noticing.Print();
if (Asked("care"))
    Hearings.Print(time);
foreach (var on in engines)
{
    Report.Head(on == On.Sqlite ? "SQLite" : "PostgreSQL");
    if (Asked("starts"))
        await Starts.Print(on);
    if (Asked("messages"))
        await Messages.Print(on, time);
    if (Asked("events"))
        await Events.Print(on, time);
    if (Asked("pages"))
        await Pages.Print(on, time);
    if (Asked("reports"))
        await Reports.Print(on, time);
    if (Asked("incident-update"))
        await Updates.Print(on);
    if (Asked("decision"))
        await Decisions.Print(on);
    if (Asked("voices"))
        await Voices.Print(on, time);
    if (Asked("chats"))
        await Chats.Print(on);
    if (Asked("search"))
        await Search.Print(on, time);
    if (Asked("help"))
        await Help.Print(on, time);
}

await Clones.Remove();
Scratch.Remove();
