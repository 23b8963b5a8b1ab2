using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Madoguchi.Storage.Migrations;

/// <summary>Articles with versions, drafts and readers' answers; what was searched in the help centre; past cases to practise on.</summary>
[DbContext(typeof(Db))]
[Migration("20261122000038_Learning")]
internal sealed class Learning : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        var types = new Types(ActiveProvider);
        GrowArticles(migrationBuilder, types);
        migrationBuilder.CreateTable("article_drafts", t => new
        {
            Id = types.Id(t), Slug = types.Text(t), TitleJa = types.Text(t, true), TitleEn = types.Text(t, true), TextJa = types.Text(t, true), TextEn = types.Text(t, true), IsPublic = types.Flag(t), Product = types.Text(t, true),
            State = types.Text(t), ById = types.Id(t), ByName = types.Text(t), ChangedAt = types.Time(t), AskedAt = types.Time(t, true), Reason = types.Text(t, true), ReturnedBy = types.Text(t, true), CaseId = types.Id(t, true),
        }, constraints: t => t.PrimaryKey("PK_article_drafts", x => x.Id));
        migrationBuilder.CreateIndex("IX_article_drafts_Slug", "article_drafts", "Slug", unique: true);
        migrationBuilder.CreateTable("article_answers", t => new { View = types.Id(t), ArticleId = types.Id(t), Said = types.Text(t), At = types.Time(t) }, constraints: t => t.PrimaryKey("PK_article_answers", x => x.View));
        migrationBuilder.CreateIndex("IX_article_answers_ArticleId_At", "article_answers", ["ArticleId", "At"]);
        migrationBuilder.CreateTable("help_searches", t => new
        {
            Id = types.Id(t), Folded = types.Text(t), Words = types.Text(t), Language = types.Text(t), Missed = types.Int(t), Found = types.Int(t), Opened = types.Int(t), InVain = types.Int(t), FirstAt = types.Time(t), LastAt = types.Time(t),
            DismissedAt = types.Time(t, true), DismissedBy = types.Text(t, true),
        }, constraints: t => t.PrimaryKey("PK_help_searches", x => x.Id));
        migrationBuilder.CreateIndex("IX_help_searches_Folded", "help_searches", "Folded", unique: true);
        migrationBuilder.CreateIndex("IX_help_searches_LastAt", "help_searches", "LastAt");
        Practice(migrationBuilder, types);
    }

    protected override void Down(MigrationBuilder migrationBuilder)
    {
        foreach (var table in (string[])["practice_runs", "practice_cases", "help_searches", "article_answers", "article_drafts", "article_versions"])
            migrationBuilder.DropTable(table);
        migrationBuilder.DropIndex("IX_articles_IsPublic_ChangedAt", "articles");
        foreach (var column in (string[])["IsPublic", "Product", "Version", "KeeperId", "KeeperName", "ConfirmedAt", "ConfirmedBy"])
            migrationBuilder.DropColumn(column, "articles");
    }

    // What is there already is its own first version, for the house alone.
    private static void GrowArticles(MigrationBuilder migrationBuilder, Types types)
    {
        var (time, text, number, flag) = types.IsPostgres ? ("timestamp with time zone", "text", "integer", "boolean") : ("INTEGER", "TEXT", "INTEGER", "INTEGER");
        migrationBuilder.AddColumn<bool>("IsPublic", "articles", flag, nullable: false, defaultValue: false);
        migrationBuilder.AddColumn<string>("Product", "articles", text, nullable: true);
        migrationBuilder.AddColumn<int>("Version", "articles", number, nullable: false, defaultValue: 1);
        migrationBuilder.AddColumn<Guid>("KeeperId", "articles", types.IdName, nullable: true);
        migrationBuilder.AddColumn<string>("KeeperName", "articles", text, nullable: true);
        migrationBuilder.AddColumn<DateTimeOffset>("ConfirmedAt", "articles", time, nullable: true);
        migrationBuilder.AddColumn<string>("ConfirmedBy", "articles", text, nullable: true);
        migrationBuilder.CreateIndex("IX_articles_IsPublic_ChangedAt", "articles", ["IsPublic", "ChangedAt"]);
        migrationBuilder.CreateTable("article_versions", t => new
        {
            ArticleId = types.Id(t), Number = types.Int(t), TitleJa = types.Text(t, true), TitleEn = types.Text(t, true), TextJa = types.Text(t, true), TextEn = types.Text(t, true), IsPublic = types.Flag(t), Product = types.Text(t, true),
            ByName = types.Text(t), ReadBy = types.Text(t, true), At = types.Time(t), Restores = types.Int(t, true),
        }, constraints: t => t.PrimaryKey("PK_article_versions", x => new { x.ArticleId, x.Number }));
        migrationBuilder.Sql("""
            insert into article_versions ("ArticleId", "Number", "TitleJa", "TitleEn", "TextJa", "TextEn", "IsPublic", "ByName", "At")
            select "Id", 1, "TitleJa", "TitleEn", "TextJa", "TextEn", "IsPublic", "ChangedBy", "ChangedAt" from articles
            """);
    }

    // The frozen copy goes with the case that it was taken from, and what was answered goes with the copy.
    private static void Practice(MigrationBuilder migrationBuilder, Types types)
    {
        migrationBuilder.CreateTable("practice_cases", t => new
        {
            Id = types.Id(t), CaseId = types.Id(t), Title = types.Text(t), Language = types.Text(t), Product = types.Text(t, true), Steps = types.Text(t), PickedAt = types.Time(t), PickedBy = types.Text(t, true), RetiredAt = types.Time(t, true),
        }, constraints: t =>
        {
            t.PrimaryKey("PK_practice_cases", x => x.Id);
            t.ForeignKey("FK_practice_cases_cases_CaseId", x => x.CaseId, "cases", "Id", onDelete: ReferentialAction.Cascade);
        });
        migrationBuilder.CreateIndex("IX_practice_cases_CaseId", "practice_cases", "CaseId", unique: true);
        migrationBuilder.CreateTable("practice_runs", t => new
        {
            Id = types.Id(t), PracticeId = types.Id(t), AgentId = types.Id(t), AgentName = types.Text(t), StartedAt = types.Time(t), EndedAt = types.Time(t, true), Answers = types.Texts(t), Notes = types.Text(t, true),
            MentorId = types.Id(t, true), MentorName = types.Text(t, true),
        }, constraints: t =>
        {
            t.PrimaryKey("PK_practice_runs", x => x.Id);
            t.ForeignKey("FK_practice_runs_practice_cases_PracticeId", x => x.PracticeId, "practice_cases", "Id", onDelete: ReferentialAction.Cascade);
        });
        migrationBuilder.CreateIndex("IX_practice_runs_PracticeId", "practice_runs", "PracticeId");
        migrationBuilder.CreateIndex("IX_practice_runs_AgentId", "practice_runs", "AgentId");
        migrationBuilder.CreateIndex("IX_practice_runs_MentorId", "practice_runs", "MentorId");
    }
}
