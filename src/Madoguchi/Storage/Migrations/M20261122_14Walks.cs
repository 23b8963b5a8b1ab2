using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Madoguchi.Storage.Migrations;

/// <summary>Guides being walked with customers, and what was answered to their steps.</summary>
[DbContext(typeof(Db))]
[Migration("20261122000014_Walks")]
internal sealed class Walks : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        var types = new Types(ActiveProvider);
        migrationBuilder.CreateTable("walks", t => new
        {
            Id = types.Id(t), CaseId = types.Id(t), GuideId = types.Id(t), Version = types.Int(t), Order = types.Texts(t), Tried = types.Texts(t), Aside = types.Texts(t), Way = types.Text(t), Step = types.Int(t),
            Place = types.Text(t), State = types.Text(t), WayEntry = types.Int(t), StartedAt = types.Time(t), EndedAt = types.Time(t, true),
        }, constraints: t => t.PrimaryKey("PK_walks", x => x.Id));
        migrationBuilder.CreateIndex("IX_walks_now", "walks", "CaseId", unique: true, filter: "\"EndedAt\" is null");
        migrationBuilder.CreateIndex("IX_walks_CaseId_StartedAt", "walks", ["CaseId", "StartedAt"]);
        migrationBuilder.CreateTable("walk_answers", t => new
        {
            WalkId = types.Id(t), Number = types.Int(t), GuideId = types.Id(t), Version = types.Int(t), Way = types.Text(t), Step = types.Int(t), Answer = types.Text(t), Words = types.Text(t, true),
            Language = types.Text(t), At = types.Time(t),
        }, constraints: t => t.PrimaryKey("PK_walk_answers", x => new { x.WalkId, x.Number }));
        migrationBuilder.CreateIndex("IX_walk_answers_GuideId_Answer", "walk_answers", ["GuideId", "Answer"]);
    }

    protected override void Down(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.DropTable("walk_answers");
        migrationBuilder.DropTable("walks");
    }
}
