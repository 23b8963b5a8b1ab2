using Madoguchi.Desks;
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

        /// <summary>Replaces one list. What was held back or sent before stays as it was.</summary>
        public async Task SetPhrases(PhraseKind kind, string language, IReadOnlyList<string> phrases)
        {
            await db.BuiltInAgain(kind, language);
            db.PhraseLists.Add(new PhraseList { Kind = kind, Language = language, Phrases = [.. phrases] });
            await db.SaveChangesAsync(CancellationToken.None);
        }

        /// <summary>The built-in list holds again.</summary>
        public Task BuiltInAgain(PhraseKind kind, string language) =>
            db.PhraseLists.Where(p => p.Kind == kind && p.Language == language).ExecuteDeleteAsync(CancellationToken.None);

        public async Task<IReadOnlyList<GlossaryTerm>> GlossaryOf(Id<Desk> desk, CancellationToken ct) =>
            await db.Glossary.AsNoTracking().Where(g => g.DeskId == desk).OrderBy(g => g.Position).ToListAsync(ct);
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
