using Madoguchi.Cases;
using Madoguchi.Cases.Timeline;
using Madoguchi.Storage;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Guides.Walking;

/// <param name="Sent">Pictures and files that were sent while it was being tried.</param>
public sealed record TriedWay(WayTried Way, IReadOnlyList<FileAttached> Sent);

public static class StandingMapping
{
    private static readonly string[] OfDevice = ["os", "osVersion", "model", "browser"];

    extension(Db db)
    {
        /// <summary>The walk that a case is on, as its pages show it.</summary>
        public async Task<WalkNow?> WalkNow(Case theCase, CancellationToken ct)
        {
            if (await db.WalkOf(theCase, ct) is not { } at)
                return null;
            var (customer, id) = (theCase.CustomerId, theCase.Id);
            var device = await db.Facts.Where(f => f.CustomerId == customer && f.ReplacedAt == null && (f.Scope != Scope.Case || f.CaseId == id) && OfDevice.Contains(f.Key)).Select(f => f.Value).ToListAsync(ct);
            return new(at.Walk, at.Guide.Content, await db.Whys(at.Guide, at.Walk.StartedAt, ct), string.Join(' ', device));
        }

        public async Task<IReadOnlyDictionary<string, RankedWay>> Whys(GuideRevision guide, DateTimeOffset at, CancellationToken ct) => (await db.BestOrder(guide, at, ct)).ToDictionary(w => w.Way.Slug);

        /// <summary>What was tried on walks of a case, by the entries that tell it, with what was sent meanwhile.</summary>
        public async Task<IReadOnlyDictionary<int, TriedWay>> TriedOn(Case theCase, CancellationToken ct)
        {
            var (id, kind) = (theCase.Id, Happening.KindOf(typeof(WayTried)));
            var tried = (await db.Entries.AsNoTracking().Where(e => e.CaseId == id && e.Kind == kind).ToListAsync(ct)).ToDictionary(e => e.Number, e => (WayTried)e.What);
            var numbers = tried.Values.SelectMany(t => t.Pictures ?? []).ToList();
            var files = numbers.Count == 0 ? [] : await db.Entries.AsNoTracking().Where(e => e.CaseId == id && e.Withdrawn == null && numbers.Contains(e.Number)).ToDictionaryAsync(e => e.Number, e => (FileAttached)e.What, ct);
            return tried.ToDictionary(t => t.Key, t => new TriedWay(t.Value, [.. (t.Value.Pictures ?? []).Select(files.GetValueOrDefault).OfType<FileAttached>()]));
        }
    }
}
