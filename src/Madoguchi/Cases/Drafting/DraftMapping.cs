using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Cases.Drafting;

public enum Purpose { Reply, Note }

/// <param name="At">When it was kept last.</param>
public sealed record KeptDraft(string Text, Purpose Purpose, DateTimeOffset At);

public enum DraftRefusal { Unknown }

public static class DraftMapping
{
    extension(Db db)
    {
        /// <summary>The writer's own half-typed text. A row of its own: nobody else's change can touch it.</summary>
        public async Task<KeptDraft?> DraftOf(Id<Case> id, Caller caller, Purpose purpose, CancellationToken ct)
        {
            var (writer, name) = (Writer(caller), Name(purpose));
            return await db.Drafts.AsNoTracking().Where(d => d.CaseId == id && d.Writer == writer && d.Purpose == name).Select(d => new KeptDraft(d.Text, purpose, d.At)).SingleOrDefaultAsync(ct);
        }

        /// <summary>Keeps the text in place of the one before; nothing written is nothing to keep.</summary>
        public async Task<Result<KeptDraft, DraftRefusal>> KeepDraft(Id<Case> id, Caller caller, Purpose purpose, string text, DateTimeOffset now)
        {
            if (!await db.Cases.VisibleTo(caller, db, now).AnyAsync(c => c.Id == id, CancellationToken.None))
                return DraftRefusal.Unknown;
            var (writer, name, kept) = (Writer(caller), Name(purpose), PlainText.Clean(text));
            if (kept.Length == 0)
                await db.ForgetDraft(id, caller, purpose);
            else
                await db.Database.ExecuteSqlAsync(
                    $"""
                    insert into drafts ("CaseId", "Writer", "Purpose", "Text", "At") values ({id.Value}, {writer}, {name}, {kept}, {db.Stored(now)})
                    on conflict ("CaseId", "Writer", "Purpose") do update set "Text" = excluded."Text", "At" = excluded."At"
                    """, CancellationToken.None);
            return new KeptDraft(kept, purpose, now);
        }

        public async Task<bool> ForgetDraft(Id<Case> id, Caller caller, Purpose purpose)
        {
            var (writer, name) = (Writer(caller), Name(purpose));
            return await db.Database.ExecuteSqlAsync($"""delete from drafts where "CaseId" = {id.Value} and "Writer" = {writer} and "Purpose" = {name}""", CancellationToken.None) > 0;
        }

        /// <summary>What was sent is no draft any more, nor an earlier stage of it. What reads otherwise was typed elsewhere meanwhile, in another tab perhaps, and stays.</summary>
        internal Task ForgetSent(Id<Case> id, Caller caller, Purpose purpose, string sent)
        {
            var (writer, name) = (Writer(caller), Name(purpose));
            return db.Database.ExecuteSqlAsync(
                $"""delete from drafts where "CaseId" = {id.Value} and "Writer" = {writer} and "Purpose" = {name} and substr({sent}, 1, length("Text")) = "Text" """, CancellationToken.None);
        }
    }

    private static Guid Writer(Caller caller) => caller.Agent?.Id.Value ?? Guid.Empty;

    private static string Name(Purpose purpose) => purpose is Purpose.Reply ? "reply" : "note";
}
