using Madoguchi.Cases.Drafting;
using Madoguchi.Cases.Messaging;
using Madoguchi.Cases.Timeline;
using Madoguchi.Desks;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Cases.Noting;

public static class NoteMapping
{
    extension(Db db)
    {
        /// <summary>Whoever may read a case may note on it: a desk that once owned it knows things.</summary>
        public async Task<Result<Noted, CaseRefusal>> Note(Id<Case> id, Caller caller, string text, DateTimeOffset now)
        {
            if (caller.Agent is not { } agent || await db.Find(id, caller, now) is not { } theCase)
                return CaseRefusal.Unknown;
            var clean = PlainText.Clean(text);
            var called = clean.Contains('@') || clean.Contains('＠') ? Mentions.In(clean, await db.Mentionable(id, CancellationToken.None)).Where(p => p.Id != agent.Id).ToList() : [];
            var note = new NoteWritten(clean, called.Any(p => p.Sees) ? [.. called.Where(p => p.Sees).Select(p => p.Id.Value)] : null);
            var entry = db.Record(theCase, caller.By(note), note, now);
            await db.SaveChangesAsync(CancellationToken.None);
            await db.ForgetSent(id, caller, Purpose.Note, note.Text);
            return new Noted(entry.Number, called.Any(p => !p.Sees) ? [.. called.Where(p => !p.Sees).Select(p => p.Name)] : null);
        }

        /// <summary>Everybody who works here, and whether this case is theirs to see.</summary>
        public Task<List<Mentionable>> Mentionable(Id<Case> id, CancellationToken ct) =>
            db.Agents.AsNoTracking().Where(a => a.LeftAt == null).OrderBy(a => a.Name)
                .Select(a => new Mentionable(a.Id, a.Name, a.Role != AgentRole.Agent || a.Seats.Any(s => db.Set<CaseDesk>().Any(d => d.CaseId == id && d.DeskId == s.DeskId)))).ToListAsync(ct);
    }
}
