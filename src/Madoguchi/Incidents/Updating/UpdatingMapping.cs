using Madoguchi.Cases.Denying;
using Madoguchi.Cases.Wording;
using Madoguchi.Desks;
using Madoguchi.Incidents.Resolving;
using Madoguchi.Remedies;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Incidents.Updating;

/// <summary>What is to be said to everybody, as it was asked for.</summary>
public sealed record Progress(Bilingual Text, IncidentState? State, string? Because = null, string? Remedy = null, long? Amount = null);

public static class UpdatingMapping
{
    extension(Db db)
    {
        /// <summary>Written once, for everybody affected; it goes out when the ten seconds are over.</summary>
        public async Task<Result<UpdateMade, UpdateRefusal>> Announce(Id<Incident> id, Progress asked, CurrentAgent by, DateTimeOffset now)
        {
            if (await db.Lock(id).AsNoTracking().SingleOrDefaultAsync(CancellationToken.None) is not { } incident)
                return UpdateRefusal.Unknown;
            if (by.NeedsApproval)
                return UpdateRefusal.NeedsApproval;
            if (incident.IsMerged)
                return UpdateRefusal.Merged;
            // What is being resolved is not said to be at an earlier stage ten seconds later.
            if (asked.State is not null && (!incident.IsOpen || await db.IsBeingResolved(id)))
                return UpdateRefusal.IsResolved;
            var text = asked.Text.Clean();
            if (asked.Because is null && await db.HoldsBackFromAll(text) is { } held)
                return held;
            Remedy? remedy = null;
            if (asked.Remedy is { } slug)
            {
                if (await db.Remedy(slug, CancellationToken.None) is not { Retired: false } known)
                    return UpdateRefusal.UnknownRemedy;
                if (asked.Amount is not null && known.Unit is null)
                    return UpdateRefusal.HasNoAmount;
                remedy = known;
            }

            var update = new IncidentUpdate
            {
                Id = Id<IncidentUpdate>.New(), IncidentId = id, TextJa = text.Ja, TextEn = text.En, State = asked.State, Remedy = asked.Remedy, Because = asked.Because is { } why ? PlainText.Clean(why) : null,
                ById = by.Id, ByName = by.Name, ByShown = by.ShownName, At = now, DueAt = now + IncidentUpdate.Undo,
            };
            db.IncidentUpdates.Add(update);
            var all = remedy is null ? null : IncidentRemedy.Of(Id<IncidentRemedy>.New(), incident, remedy, asked.Amount, incident.Title, by, update.DueAt, now, update.Id);
            if (all is not null)
                db.IncidentRemedies.Add(all);
            await db.SaveChangesAsync(CancellationToken.None);
            return new UpdateMade(update.Id, await db.Line(update), update.DueAt, all is null ? null : all.State is RemedyState.Asked);
        }

        /// <summary>In time: nobody hears of it.</summary>
        public async Task<Result<UpdateView, UpdateRefusal>> CallOff(Id<Incident> incident, Id<IncidentUpdate> id, DateTimeOffset now)
        {
            if (await db.Lock(id).AsTracking().SingleOrDefaultAsync(CancellationToken.None) is not { } update || update.IncidentId != incident)
                return UpdateRefusal.Unknown;
            if (update.CancelledAt is null && !update.CanBeCalledOff(now))
                return UpdateRefusal.TooLate;
            update.CancelledAt ??= now;
            await db.SaveChangesAsync(CancellationToken.None);
            await db.IncidentRecipients.Where(r => r.UpdateId == id && r.State == Reached.Waiting).ExecuteUpdateAsync(r => r.SetProperty(o => o.State, Reached.CalledOff).SetProperty(o => o.DoneAt, now), CancellationToken.None);
            await db.IncidentRemedies.Where(r => r.UpdateId == id && r.BegunAt == null).ExecuteUpdateAsync(r => r.SetProperty(o => o.State, RemedyState.CalledOff), CancellationToken.None);
            return (await db.UpdatesOf(incident, id, CancellationToken.None)).Single();
        }

        /// <summary>A resolution is on its way.</summary>
        public Task<bool> IsBeingResolved(Id<Incident> id) =>
            db.IncidentUpdates.AnyAsync(u => u.IncidentId == id && u.State == IncidentState.Resolved && u.CancelledAt == null && u.BegunAt == null, CancellationToken.None);

        /// <summary>Everybody in the incident who does not stand in this update's row yet, each once. How many stand there now.</summary>
        internal async Task<int> Line(IncidentUpdate update)
        {
            var (id, incident) = (update.Id.Value, update.IncidentId.Value);
            await db.Database.ExecuteSqlAsync(
                $"""
                insert into incident_recipients ("UpdateId", "CaseId", "State", "Turn")
                select {id}, c."CaseId", 'Waiting', row_number() over (order by c."At", c."CaseId")
                from incident_cases c where c."IncidentId" = {incident} and c."RemovedAt" is null
                    and not exists (select 1 from incident_recipients r where r."UpdateId" = {id} and r."CaseId" = c."CaseId")
                on conflict do nothing
                """, CancellationToken.None);
            return await db.IncidentRecipients.CountAsync(r => r.UpdateId == update.Id, CancellationToken.None);
        }

        // What goes to everybody at once has no case to rest on: it neither sends away nor says no.
        internal async Task<UpdateRefusal?> HoldsBackFromAll(Bilingual text)
        {
            var book = await db.Wordbook(CancellationToken.None);
            string[] words = [.. new[] { text.Ja, text.En }.OfType<string>()];
            return words.Any(w => SendingAway.In(w, book, [], []) is not null) ? UpdateRefusal.SendsAway : words.Any(w => Denials.In(w, book).Count > 0) ? UpdateRefusal.Declines : null;
        }
    }
}
