using System.Globalization;
using Madoguchi.Desks;
using Madoguchi.Shared;
using Madoguchi.SignIn;
using Madoguchi.Storage;
using Madoguchi.Trackers;
using Madoguchi.Trackers.Delivering;
using Madoguchi.Trackers.Keeping;
using Madoguchi.Trackers.Listening;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Setup.Settings;

/// <summary>The developers' trackers: added, tried, changed; what stopped is tried again.</summary>
public static class TrackersPagesEndpoint
{
    private const string One = "/trackers/{id:id}";

    public static void MapTrackerPages(this IEndpointRouteBuilder settings)
    {
        settings.MapGet("/trackers", (HttpContext http, CurrentAgent me, Db db, CancellationToken ct) => List(http, me, db, new(new Dictionary<string, string>()), [], ct));
        settings.MapPost("/trackers", Add);
        settings.MapGet(One, (Id<Tracker> id, HttpContext http, CurrentAgent me, Db db, string? done, CancellationToken ct) => Page(id, http, me, db, null, [], null, null, done is null ? null : Tongue.Asked(http)["保存しました。", "Saved."], ct));
        settings.MapPost(One, Change);
        settings.MapPost(One + "/trial", Try);
        settings.MapPost(One + "/removal", Remove);
        settings.MapPost(One + "/deliveries/{deliveryId:id}", Retry);
    }

    private static async Task<IResult> Add(HttpContext http, CurrentAgent me, IDataProtectionProvider protection, Db db, Writes writes, TimeProvider clock, CancellationToken ct)
    {
        var (filled, now) = (await http.Request.Filled(ct), clock.Now);
        var asked = New(filled);
        if (Filled.Errors(asked) is { Count: > 0 } errors)
            return await List(http, me, db, filled, errors, ct);
        if ((await writes.Write(work => work.AddTracker(asked, protection, now), ct)).Refused(out _, out var made))
            return await List(http, me, db, filled, new() { ["name"] = "There are too many trackers." }, ct);
        return made.Secret is null ? TypedResults.LocalRedirect($"/settings/trackers/{made.TrackerId}?done=1") : await Page(made.TrackerId, http, me, db, null, [], made.Secret, null, null, ct);
    }

    private static async Task<IResult> Change(Id<Tracker> id, HttpContext http, CurrentAgent me, IDataProtectionProvider protection, Db db, Writes writes, TimeProvider clock, CancellationToken ct)
    {
        var (filled, now) = (await http.Request.Filled(ct), clock.Now);
        var meanings = Meaning.Read(filled.Of("meanings"), out var wrong);
        var change = new TrackerChange(filled.Of("name"), filled.Of("url"), Written(filled, "secret"), Written(filled, "project"), Written(filled, "issueKind"), Number(filled), filled.Of("language"), meanings, filled.Ticked("tells"), filled.Ticked("paused"));
        var errors = wrong is null ? [] : new Dictionary<string, string> { ["meanings"] = wrong };
        if (await db.Trackers.AsNoTracking().SingleOrDefaultAsync(t => t.Id == id, ct) is not { } now1)
            return TypedResults.LocalRedirect("/settings/trackers");
        foreach (var (field, why) in Filled.Errors(change.With(now1)))
            errors.TryAdd(field, why);
        if (errors.Count > 0)
            return await Page(id, http, me, db, filled, errors, null, null, null, ct);
        await writes.Write(async work =>
        {
            if (await work.Lock(id).AsTracking().SingleOrDefaultAsync(CancellationToken.None) is { } tracker)
                await work.ChangeTracker(tracker, change, protection, now);
        }, ct);
        return TypedResults.LocalRedirect($"/settings/trackers/{id}?done=1");
    }

    private static async Task<IResult> Try(Id<Tracker> id, HttpContext http, CurrentAgent me, Db db, Trials trials, CancellationToken ct) =>
        await Page(id, http, me, db, null, [], null, await trials.Try(id, ct), null, ct);

    private static async Task<IResult> Remove(Id<Tracker> id, Writes writes, CancellationToken ct)
    {
        await writes.Write(db => db.RemoveTracker(id), ct);
        return TypedResults.LocalRedirect("/settings/trackers");
    }

    private static async Task<IResult> Retry(Id<Tracker> id, Id<Delivery> deliveryId, Writes writes, TimeProvider clock, CancellationToken ct)
    {
        await writes.Write(db => db.DeliverAgain(id, deliveryId, clock.Now), ct);
        return TypedResults.LocalRedirect($"/settings/trackers/{id}");
    }

    private static async Task<IResult> List(HttpContext http, CurrentAgent me, Db db, Filled filled, Dictionary<string, string> errors, CancellationToken ct) => new RazorComponentResult<TrackersPage>(new
    {
        T = Tongue.Asked(http), Token = http.FormToken(), Me = me, Trackers = await db.AllTrackers(null, ct), Fields = filled, Errors = (IReadOnlyDictionary<string, string>)errors,
    })
    { StatusCode = errors.Count > 0 ? 422 : 200 };

    private static async Task<IResult> Page(Id<Tracker> id, HttpContext http, CurrentAgent me, Db db, Filled? filled, Dictionary<string, string> errors, string? secret, Tried? tried, string? done, CancellationToken ct) =>
        (await db.AllTrackers(id, ct)).SingleOrDefault() is not { } tracker ? TypedResults.LocalRedirect("/settings/trackers")
            : new RazorComponentResult<TrackerPage>(new
            {
                T = Tongue.Asked(http), Token = http.FormToken(), Me = me, Tracker = tracker, Deliveries = (await db.DeliveriesOf(id, ct)).Deliveries, Fields = filled ?? Of(tracker), Errors = (IReadOnlyDictionary<string, string>)errors, Secret = secret, Tried = tried, Done = done,
            })
            { StatusCode = errors.Count > 0 ? 422 : 200 };

    private static NewTracker New(Filled filled) => new(filled.Of("kind") == "redmine" ? TrackerKind.Redmine : TrackerKind.Webhook, filled.Of("name"), filled.Of("url"), Written(filled, "secret"), Written(filled, "project"), Language: filled.Of("language") is "en" ? "en" : "ja");

    private static Filled Of(TrackerView tracker) => new(new Dictionary<string, string>
    {
        ["name"] = tracker.Name, ["url"] = tracker.Url, ["project"] = tracker.Project ?? "", ["issueKind"] = tracker.IssueKind ?? "", ["temperatureField"] = tracker.TemperatureField?.ToString(CultureInfo.InvariantCulture) ?? "", ["language"] = tracker.Language,
        ["meanings"] = string.Join('\n', tracker.Meanings.Select(m => $"{m.Key} = {char.ToLowerInvariant($"{m.Value}"[0])}{$"{m.Value}"[1..]}")), ["tells"] = tracker.TellsByItself ? "true" : "", ["paused"] = tracker.Paused ? "true" : "",
    });

    private static string? Written(Filled filled, string field) => filled.Of(field) is { Length: > 0 } text ? text : null;

    private static int? Number(Filled filled) => int.TryParse(filled.Of("temperatureField"), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : filled.Of("temperatureField").Length > 0 ? 0 : null;
}
