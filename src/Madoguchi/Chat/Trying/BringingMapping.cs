using Madoguchi.Cases;
using Madoguchi.Cases.Timeline;
using Madoguchi.Guides;
using Madoguchi.Guides.Walking;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Chat.Trying;

public static class BringingMapping
{
    extension(Db db)
    {
        /// <summary>What was tried before the first word to us comes along into the case, as facts. One walk of a browser is learned from once, however many stories it is sent with.</summary>
        public async Task Bring(Case theCase, Trial trial, CurrentCustomer customer, DateTimeOffset now)
        {
            if (trial.Tried.Count == 0 || await db.Guide(new Id<Guide>(trial.Guide), trial.Version, CancellationToken.None) is not { } guide)
                return;
            var known = new Id<Walk>(trial.Id);
            var walk = Walk.Brought(await db.Walks.AnyAsync(w => w.Id == known, CancellationToken.None) ? Id<Walk>.New() : known, theCase, trial.Walk, now);
            db.Walks.Add(walk);
            var at = new Underway(walk, theCase, guide);
            IReadOnlyList<Happening> happened = [new WalkStarted(walk.Id.Value, guide.Guide.Slug, Walk.Both(guide.Content.Title)), .. trial.Tried.Select(guide.Content.Way).OfType<Way>().Select(w => new WayTried(walk.Id.Value, w.Slug, Walk.Both(w.Title), false))];
            await db.Bring(at, new Caller(customer), happened, learns: walk.Id == known, now);
        }
    }
}
