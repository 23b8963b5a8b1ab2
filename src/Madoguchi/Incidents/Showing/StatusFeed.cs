using System.Globalization;
using System.Xml;
using System.Xml.Linq;
using Madoguchi.Shared;

namespace Madoguchi.Incidents.Showing;

/// <summary>The public page as an Atom feed (RFC 4287): each word to everybody, and each planned maintenance, the newest first.</summary>
public static class StatusFeed
{
    private const int Most = 60;
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";

    /// <param name="address">The house's own.</param>
    public static string Of(PublicStatus status, Tongue t, Func<string, string> address, DateTimeOffset now)
    {
        List<Item> items = [.. status.Incidents.SelectMany(i => Of(i, t)).Concat(status.Maintenance.Select(m => Of(m, t))).OrderByDescending(i => i.At).Take(Most)];
        var page = address($"/status?lang={t.Code}");
        var updated = items.Count > 0 ? items[0].At : new DateTimeOffset(now.UtcDateTime.Date, TimeSpan.Zero);
        var feed = new XElement(Atom + "feed", new XAttribute(XNamespace.Xml + "lang", t.Code), new XElement(Atom + "id", page), new XElement(Atom + "title", t["稼働状況", "Status"]), new XElement(Atom + "updated", Stamp(updated)),
            new XElement(Atom + "author", new XElement(Atom + "name", t["窓口", "Madoguchi"])), Link("self", address($"/status/feed.{t.Code}.atom"), "application/atom+xml"), Link("alternate", page, "text/html"),
            items.Select(i => new XElement(Atom + "entry", new XElement(Atom + "id", $"urn:uuid:{i.Id}"), new XElement(Atom + "title", Plain(i.Title)), new XElement(Atom + "updated", Stamp(i.At)), Link("alternate", page + i.Part, "text/html"),
                new XElement(Atom + "content", new XAttribute("type", "text"), Plain(i.Text)))));
        return new XDeclaration("1.0", "utf-8", null) + "\n" + feed;
    }

    private sealed record Item(string Id, string Title, string Text, DateTimeOffset At, string Part);

    private static IEnumerable<Item> Of(PublicIncident incident, Tongue t)
    {
        var (name, part) = (incident.Title.In(t), $"#i-{incident.IncidentId.Tail}");
        return incident.Updates.Count == 0
            ? [new(incident.IncidentId.ToString(), $"{incident.State.In(t)}: {name}", t["調べています。わかりしだい、お知らせします。", "We are looking into it. What we find out is said here."], incident.Since, part)]
            : incident.Updates.Select(u => new Item(u.UpdateId.ToString(), $"{u.State.In(t)}: {name}", u.Text.In(t), u.At, part));
    }

    private static Item Of(PublicMaintenance m, Tongue t) =>
        new(m.MaintenanceId.ToString(), $"{t["計画メンテナンス", "Planned maintenance"]}{(m.State is Maintaining.MaintenanceState.Cancelled ? $" ({m.State.In(t)})" : "")}: {m.Title.In(t)}", $"{Stamp(m.From)} – {Stamp(m.To)}{(m.Text is { } text ? "\n" + text.In(t) : "")}", m.ChangedAt, $"#m-{m.MaintenanceId.Tail}");

    private static XElement Link(string rel, string to, string type) => new(Atom + "link", new XAttribute("rel", rel), new XAttribute("type", type), new XAttribute("href", to));

    private static string Stamp(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);

    // Signs that no XML may hold are left out.
    private static string Plain(string text) => string.Concat(text.EnumerateRunes().Where(r => r.Value > 0xffff || XmlConvert.IsXmlChar((char)r.Value)).Select(r => r.ToString()));
}
