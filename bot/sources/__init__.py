"""Where articles come from: folders of posts, and how one post becomes an article."""
