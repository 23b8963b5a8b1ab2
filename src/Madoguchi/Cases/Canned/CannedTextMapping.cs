using Madoguchi.Customers;
using Madoguchi.Desks;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Madoguchi.Cases.Canned;

public enum CannedTextRefusal { Unknown, UnknownDesk, ForSupervisors, Nobody, ChangedMeanwhile }

public static class CannedTextMapping
{
    extension(Db db)
    {
        public DbSet<CannedText> CannedTexts => db.Set<CannedText>();

        /// <summary>One's own, those of one's desks, and those for all desks.</summary>
        public async Task<List<CannedTextView>> CannedTextsOf(CurrentAgent agent, CancellationToken ct)
        {
            var slugs = await db.Desks.ToDictionaryAsync(d => d.Id, d => d.Slug, ct);
            return [.. (await db.CannedTexts.VisibleTo(agent).OrderBy(c => c.Title).ToListAsync(ct)).Select(c => CannedTextView.Of(c, c.DeskId is { } desk ? slugs[desk] : null))];
        }

        public async Task<CannedTextView?> CannedText(Id<CannedText> id, CurrentAgent agent, CancellationToken ct) => (await db.CannedTextsOf(agent, ct)).Find(c => c.CannedTextId == id);

        /// <summary>What fits the case, expanded, in the customer's language first; null when the agent may not see the case.</summary>
        public async Task<IReadOnlyList<ExpandedText>?> CannedTextsFor(Id<Case> id, CurrentAgent agent, string? asked, CancellationToken ct)
        {
            if (await db.Cases.AsNoTracking().VisibleTo(agent, db).SingleOrDefaultAsync(c => c.Id == id, ct) is not { } theCase)
                return null;
            var (desk, customer, me) = (theCase.DeskId, theCase.CustomerId, agent.Id);
            var around = new Surroundings(await db.Customers.AsNoTracking().SingleAsync(c => c.Id == customer, ct), await db.Desks.AsNoTracking().SingleAsync(d => d.Id == desk, ct), agent);
            var all = await db.CannedTexts.AsNoTracking().Where(c => (c.AgentId == null || c.AgentId == me) && (c.DeskId == null || c.DeskId == desk)).ToListAsync(ct);
            string[] spoken = [theCase.Language];
            return [.. all.OrderByDescending(c => spoken.Include(c.Language)).ThenByDescending(c => c.AgentId == me).ThenBy(c => c.Title, StringComparer.Ordinal)
                .Where(c => string.IsNullOrWhiteSpace(asked) || Canned.CannedText.Answers(asked, c.Shortcut, c.Title, c.Text))
                .Select(c => new ExpandedText(c.Id, c.Title, Variables.Expand(c.Text, c.Language, around), c.Language, c.Shortcut, c.AgentId is not null))];
        }

        public async Task<Result<CannedTextView, CannedTextRefusal>> MakeCannedText(NewCannedText asked, CurrentAgent agent)
        {
            if (!asked.Personal && !agent.SeesAll)
                return CannedTextRefusal.ForSupervisors;
            if (asked.Personal && agent.IsBootstrap)
                return CannedTextRefusal.Nobody;
            var made = new CannedText { Id = Id<CannedText>.New(), Title = "", Text = "", Language = asked.Language, AgentId = asked.Personal ? agent.Id : null };
            return await db.Put(made, new(asked.Title, asked.Text, asked.Language, asked.Desk, asked.Shortcut), agent);
        }

        /// <param name="expected">The version that the changer saw, if they care (If-Match).</param>
        public async Task<Result<CannedTextView, CannedTextRefusal>> ChangeCannedText(Id<CannedText> id, CannedTextChange asked, string? expected, CurrentAgent agent)
        {
            if (await db.Lock(id).AsTracking().VisibleTo(agent).SingleOrDefaultAsync(CancellationToken.None) is not { } found)
                return CannedTextRefusal.Unknown;
            if (!found.MayBeChangedBy(agent))
                return CannedTextRefusal.ForSupervisors;
            var slug = await db.Desks.Where(d => d.Id == found.DeskId).Select(d => d.Slug).SingleOrDefaultAsync(CancellationToken.None);
            return expected is not null && expected != CannedTextView.Of(found, slug).Version ? CannedTextRefusal.ChangedMeanwhile : await db.Put(found, asked, agent);
        }

        public async Task<Result<bool, CannedTextRefusal>> DeleteCannedText(Id<CannedText> id, CurrentAgent agent)
        {
            if (await db.Lock(id).AsTracking().VisibleTo(agent).SingleOrDefaultAsync(CancellationToken.None) is not { } found)
                return CannedTextRefusal.Unknown;
            if (!found.MayBeChangedBy(agent))
                return CannedTextRefusal.ForSupervisors;
            db.CannedTexts.Remove(found);
            await db.SaveChangesAsync(CancellationToken.None);
            return true;
        }

        private async Task<Result<CannedTextView, CannedTextRefusal>> Put(CannedText into, CannedTextChange asked, CurrentAgent agent)
        {
            if (asked.Desk is { } slug)
            {
                into.DeskId = slug is "" ? null : await db.Desks.Where(d => d.Slug == slug).Select(d => (Id<Desk>?)d.Id).SingleOrDefaultAsync(CancellationToken.None);
                // A desk where one does not sit is as good as none.
                if (slug is not "" && (into.DeskId is not { } desk || !agent.WorksAt(desk)))
                    return CannedTextRefusal.UnknownDesk;
            }

            into.Title = asked.Title is { } title ? PlainText.Clean(title) : into.Title;
            into.Text = asked.Text is { } text ? PlainText.Clean(text) : into.Text;
            into.Language = asked.Language ?? into.Language;
            into.Shortcut = asked.Shortcut switch { null => into.Shortcut, "" => null, { } word => PlainText.Clean(word) };
            if (db.Entry(into).State is EntityState.Detached)
                db.CannedTexts.Add(into);
            await db.SaveChangesAsync(CancellationToken.None);
            return CannedTextView.Of(into, await db.Desks.Where(d => d.Id == into.DeskId).Select(d => d.Slug).SingleOrDefaultAsync(CancellationToken.None));
        }
    }

    extension(IQueryable<CannedText> texts)
    {
        public IQueryable<CannedText> VisibleTo(CurrentAgent agent)
        {
            var (me, desks, all) = (agent.Id, agent.Desks, agent.SeesAll);
            return texts.Where(c => c.AgentId == me || (c.AgentId == null && (c.DeskId == null || all || desks.Contains(c.DeskId.Value))));
        }
    }

    private sealed class Mapping : IEntityTypeConfiguration<CannedText>
    {
        public void Configure(EntityTypeBuilder<CannedText> builder)
        {
            builder.ToTable("canned_texts").HasKey(c => c.Id);
            builder.Property(c => c.Id).ValueGeneratedNever();
            builder.HasIndex(c => c.DeskId);
            builder.HasIndex(c => c.AgentId);
        }
    }
}
