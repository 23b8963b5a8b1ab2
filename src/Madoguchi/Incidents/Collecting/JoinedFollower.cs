using System.Text.Json;
using Madoguchi.Cases;
using Madoguchi.Cases.Timeline;
using Madoguchi.Desks;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Incidents.Collecting;

/// <summary>Who added or took out a case by hand.</summary>
internal sealed record JoinedBy(Guid Id, string Name);

/// <param name="Left">They were taken out.</param>
internal sealed record JoinedCases(Id<Incident> Incident, IReadOnlyList<Id<Case>> Cases, bool Left, JoinedBy? By);

internal static class JoinedMapping
{
    // So many timelines are written in one go: ten thousand cases hold nobody up.
    private const int Many = 100;
    internal const string Kind = "incidentJoined";

    extension(Db db)
    {
        internal void SayJoined(Id<Incident> incident, IReadOnlyList<Id<Case>> cases, CurrentAgent? by, DateTimeOffset now, bool left = false)
        {
            foreach (var some in cases.Chunk(Many))
                db.Enqueue(Kind, new JoinedCases(incident, some, left, by is null ? null : new(by.Id.Value, by.Name)), now);
            db.RingAfterCommit(CollectingMapping.Topic);
        }
    }
}

/// <summary>Says on the timeline of each case which incident it belongs to now, or no longer.</summary>
public sealed class JoinedFollower : OutboxWork
{
    public override string Kind => JoinedMapping.Kind;

    public override IEnumerable<string> Apart(string payload) => JsonSerializer.Deserialize<JoinedCases>(payload, Json.Kept) is { Cases.Count: > 1 } some ? some.Cases.Select(c => JsonSerializer.Serialize(some with { Cases = [c] }, Json.Options)) : [];

    public override async Task Do(Db db, string payload, DateTimeOffset now)
    {
        var joined = JsonSerializer.Deserialize<JoinedCases>(payload, Json.Kept)!; // only ever written from one
        if (await db.Incidents.AsNoTracking().SingleOrDefaultAsync(i => i.Id == joined.Incident, CancellationToken.None) is not { } incident)
            return;
        Happening what = joined.Left ? new IncidentLeft(incident.Id.Value, incident.Title) : new IncidentJoined(incident.Id.Value, incident.Title, joined.By is null ? null : true);
        var by = joined.By is { } agent ? new By(Role.Agent, agent.Name, agent.Id) : By.System;
        foreach (var id in joined.Cases.OrderBy(c => c.Value))
        {
            if (await db.Lock(id).AsTracking().SingleOrDefaultAsync(CancellationToken.None) is { } theCase)
                db.Record(theCase, by, what, now);
        }

        await db.SaveChangesAsync(CancellationToken.None);
    }
}
