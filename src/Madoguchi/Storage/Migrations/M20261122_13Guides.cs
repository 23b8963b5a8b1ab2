using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Madoguchi.Storage.Migrations;

/// <summary>Guides, their versions and pictures, and what was learned about their ways.</summary>
[DbContext(typeof(Db))]
[Migration("20261122000013_Guides")]
internal sealed class Guides : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        var types = new Types(ActiveProvider);
        migrationBuilder.CreateTable("guides", t => new
        {
            Id = types.Id(t), Slug = types.Text(t), TitleJa = types.Text(t, true), TitleEn = types.Text(t, true), Products = types.Texts(t), Errors = types.Texts(t), Words = types.Texts(t),
            Version = types.Int(t), ChangedAt = types.Time(t), RetiredAt = types.Time(t, true),
        }, constraints: t => t.PrimaryKey("PK_guides", x => x.Id));
        migrationBuilder.CreateIndex("IX_guides_Slug", "guides", "Slug", unique: true);
        migrationBuilder.CreateTable("guide_versions", t => new
        {
            GuideId = types.Id(t), Number = types.Int(t), Markdown = types.Text(t), ById = types.Id(t), ByName = types.Text(t), At = types.Time(t), Restores = types.Int(t, true),
        }, constraints: t => t.PrimaryKey("PK_guide_versions", x => new { x.GuideId, x.Number }));
        migrationBuilder.CreateTable("guide_pictures", t => new
        {
            Id = types.Id(t), Sha256 = types.Text(t), MediaType = types.Text(t), Width = types.Int(t), Height = types.Int(t), Size = types.Long(t), ById = types.Id(t), At = types.Time(t),
        }, constraints: t => t.PrimaryKey("PK_guide_pictures", x => x.Id));
        migrationBuilder.CreateTable("way_outcomes", t => new { WalkId = types.Id(t), Way = types.Text(t), GuideId = types.Id(t), Solved = types.Flag(t), At = types.Time(t) },
            constraints: t => t.PrimaryKey("PK_way_outcomes", x => new { x.WalkId, x.Way }));
        migrationBuilder.CreateIndex("IX_way_outcomes_GuideId_Way", "way_outcomes", ["GuideId", "Way"]);
    }

    protected override void Down(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.DropTable("way_outcomes");
        migrationBuilder.DropTable("guide_pictures");
        migrationBuilder.DropTable("guide_versions");
        migrationBuilder.DropTable("guides");
    }
}
