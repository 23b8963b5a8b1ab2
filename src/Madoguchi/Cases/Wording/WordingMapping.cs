using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Madoguchi.Cases.Wording;

public static class WordingMapping
{
    extension(Db db)
    {
        public DbSet<PhraseList> PhraseLists => db.Set<PhraseList>();

        public DbSet<GlossaryTerm> Glossary => db.Set<GlossaryTerm>();

        /// <summary>The phrases that hold now: the house's own where it has any, else the built-in ones.</summary>
        public async Task<Wordbook> Wordbook(CancellationToken ct)
        {
            var own = await db.PhraseLists.AsNoTracking().ToListAsync(ct);
            return own.Count == 0 ? Wording.Wordbook.BuiltIn
                : Wording.Wordbook.Of((kind, language) => own.FirstOrDefault(p => p.Kind == kind && p.Language == language)?.Phrases ?? BuiltInPhrases.Of(kind, language));
        }

        public async Task<PhraseLists> PhraseViews(CancellationToken ct)
        {
            var own = await db.PhraseLists.AsNoTracking().ToListAsync(ct);
            return new([.. Enum.GetValues<PhraseKind>().SelectMany(k => BuiltInPhrases.Languages.Select(l => PhraseListView.Of(k, l, own.FirstOrDefault(p => p.Kind == k && p.Language == l))))]);
        }

        /// <summary>Replaces one list; nothing when it is not the one that the changer saw. What was held back or sent before stays as it was.</summary>
        public async Task<PhraseListView?> SetPhrases(PhraseKind kind, string language, IReadOnlyList<string> phrases, string? expected)
        {
            var own = await db.PhraseLists.AsTracking().SingleOrDefaultAsync(p => p.Kind == kind && p.Language == language, CancellationToken.None);
            if (expected is not null && expected != PhraseListView.Of(kind, language, own).Version)
                return null;
            if (own is null)
                db.PhraseLists.Add(own = new PhraseList { Kind = kind, Language = language, Phrases = [] });
            own.Phrases = [.. phrases.Select(PlainText.Clean)];
            await db.SaveChangesAsync(CancellationToken.None);
            return PhraseListView.Of(kind, language, own);
        }

        /// <summary>The built-in list holds again.</summary>
        public Task BuiltInAgain(PhraseKind kind, string language) =>
            db.PhraseLists.Where(p => p.Kind == kind && p.Language == language).ExecuteDeleteAsync(CancellationToken.None);
    }

    private sealed class PhraseListMapping : IEntityTypeConfiguration<PhraseList>
    {
        public void Configure(EntityTypeBuilder<PhraseList> builder) => builder.ToTable("phrase_lists").HasKey(p => new { p.Kind, p.Language });
    }

    private sealed class GlossaryMapping : IEntityTypeConfiguration<GlossaryTerm>
    {
        public void Configure(EntityTypeBuilder<GlossaryTerm> builder) => builder.ToTable("glossary").HasKey(g => new { g.DeskId, g.Language, g.Term });
    }
}
